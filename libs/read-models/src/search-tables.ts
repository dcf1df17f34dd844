/** The tables of full text. The database keeps each in further tables of its own, whose names begin with it and an underscore. */
export const searchTables = ['search_name', 'search_point'] as const;

/** Whether the table is the database's own way to keep full text: the same text can lie there in different ways. */
export const isInsideSearch = (table: string): boolean => searchTables.some((name) => table.startsWith(`${name}_`));

/** Whether the table is one of full text; its rows are numbered by a column that it does not declare. */
export const isSearch = (table: string): boolean => (searchTables as readonly string[]).includes(table);
