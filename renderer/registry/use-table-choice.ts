import { useState } from 'react';
import { call, failureOf } from '../api/client.ts';
import { useNotices } from '../app/notices.tsx';

/** A CSV or XLSX file that the person chooses, to be looked at before it is imported. */
export function useTableChoice(title: string) {
  const notices = useNotices();
  const [file, setFile] = useState<string | null>(null);
  const choose = async () => {
    try {
      const { files } = await call('window.chooseFiles', { title, extensions: ['csv', 'xlsx'] });
      if (files[0] !== undefined) setFile(files[0]);
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  return { file, choose: () => void choose(), forget: () => setFile(null) };
}

/** The name of a file without its folder. */
export const nameOfFile = (file: string) => file.split(/[/\\]/u).at(-1) ?? file;
