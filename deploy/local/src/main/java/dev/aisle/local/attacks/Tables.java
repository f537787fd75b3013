package dev.aisle.local.attacks;

import dev.aisle.local.stack.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Every text of the services' databases, searched as somebody with a dump would. */
final class Tables {
    static final List<Part> DATABASES = List.of(Part.PROFILE, Part.RECOMMENDER, Part.CAMPAIGN, Part.PRIVACY);

    private static final String TEXT_COLUMNS = """
            select c.table_name, c.column_name from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
              and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY')
            """;

    private Tables() {}

    /** Columns with rows that hold this text, as service, table, column and how many. */
    static List<String> naming(Target target, Part part, String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection database = target.administrator(part);
                ResultSet columns = database.createStatement().executeQuery(TEXT_COLUMNS)) {
            while (columns.next()) {
                String table = columns.getString(1);
                String column = columns.getString(2);
                long rows = count(database, table, column, text);
                if (rows > 0) {
                    found.add(part.label() + "." + table + "." + column + ": " + rows + " rows");
                }
            }
        }
        return found;
    }

    private static long count(Connection database, String table, String column, String text) throws SQLException {
        String query = "select count(*) from \"" + table + "\" where position(? in \"" + column + "\"::text) > 0";
        try (PreparedStatement statement = database.prepareStatement(query)) {
            statement.setString(1, text);
            try (ResultSet count = statement.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        }
    }
}
