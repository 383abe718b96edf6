import { readdir, readFile } from 'node:fs/promises'

/** The workerd that this node has started. Linux only: its CPU time is read from /proc. */
export async function workerdOf(parent: number): Promise<number> {
  const names = await readdir('/proc').catch(() => [])
  const pids = names.filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
  )
  for (const stat of stats) {
    const [, pid, name, ppid] = /^(\d+) \((.*)\) \S (\d+)/.exec(stat) ?? []
    if (name === 'workerd' && Number(ppid) === parent) return Number(pid)
  }
  throw new Error('No workerd was found in /proc: the bench runs on Linux only')
}

/** Microseconds that all threads of a process have run for, since they began. */
export async function cpuOf(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`)
  const read = await Promise.all(
    threads.map((id) => readFile(`/proc/${pid}/task/${id}/schedstat`, 'utf8').catch(() => '0')),
  )
  return read.reduce((sum, text) => sum + Number(text.split(' ')[0]) / 1000, 0)
}
