const words = { title: 'Portfolio' } as const;

export default words;
