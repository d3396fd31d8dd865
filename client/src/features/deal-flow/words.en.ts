const words = { title: 'x' } as const;

export default words;
