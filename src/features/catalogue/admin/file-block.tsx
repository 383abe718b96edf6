import { deskLink } from '#links.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import { words } from '../desk-words.ts'
import type { ProductRow } from '../queries.ts'

type Props = { product: ProductRow; problem: keyof typeof words | null }

/** The file that buyers of a digital piece download. */
export function FileBlock({ product, problem }: Props) {
  const { say } = useSite()
  const { download } = product
  return (
    <section id="file">
      <h2>{say(words.file)}</h2>
      {download ? (
        <p class="s">{download.filename}</p>
      ) : (
        <Tag tone="warm">{say(words.fileNone)}</Tag>
      )}
      <form
        class="order-form"
        method="post"
        action={deskLink.productPart(product.id, 'file')}
        enctype="multipart/form-data"
      >
        <div class="field">
          <label class="label" for="download">
            {say(words.fileChoose)}
          </label>
          <input
            type="file"
            id="download"
            name="download"
            accept=".pdf,.epub,.zip"
            aria-describedby={problem ? 'download-problem' : undefined}
            aria-invalid={problem ? 'true' : undefined}
          />
          {problem && (
            <div id="download-problem">
              <Tag tone="bad" large>
                {say(words[problem])}
              </Tag>
            </div>
          )}
        </div>
        <TextField
          name="max_downloads"
          label={say(words.fileMost)}
          value={String(download?.maxDownloads ?? 5)}
          inputmode="numeric"
          maxlength={2}
          quiet
          short
        />
        <Button quiet>{say(words.fileSend)}</Button>
      </form>
    </section>
  )
}
