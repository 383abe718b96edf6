import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { FIELDS, type Problems } from '../form.ts'
import { words } from '../words.ts'

/** Everything that is wrong with the form, each leading to its field. */
export function ProblemList({ problems }: { problems: Problems }) {
  const { count, say } = useSite()
  const wrong = FIELDS.flatMap((field) => {
    const problem = problems[field]
    return problem ? [{ field, problem }] : []
  })
  if (wrong.length === 0) return null
  return (
    <Notice urgent>
      <p>
        <b>{count(wrong.length, words.oneProblem, words.manyProblems)}</b>
      </p>
      <ul class="problems">
        {wrong.map(({ field, problem }) => (
          <li>
            <a href={`#${field}`}>{say(problem)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
