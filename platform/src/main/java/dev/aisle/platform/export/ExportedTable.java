package dev.aisle.platform.export;

import dev.aisle.platform.export.SubjectExport.Field;
import dev.aisle.platform.export.SubjectExport.Section;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table with rows of persons, as an export shows it. Table and columns are written in the code of a service and never come from
 * outside.
 *
 * @param name of the section
 * @param table where the rows stand; they carry their person in the column {@code pseudonym}
 * @param columns what is shown, in this order, with what each is kept for
 */
public record ExportedTable(String name, String table, String source, String retention, List<Field> columns) {
    /** More rows of one kind than a person makes in years; an export says when it stops here. */
    static final int MOST_ROWS = 100_000;

    public ExportedTable {
        columns = List.copyOf(columns);
    }

    /** The rows of a person. */
    Section of(Connection connection, String pseudonym) throws SQLException {
        String names = columns.stream().map(Field::name).collect(Collectors.joining(", "));
        String select = "select " + names + " from " + table + " where pseudonym = ? limit " + (MOST_ROWS + 1);
        List<Map<String, Object>> records = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, pseudonym);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next() && records.size() <= MOST_ROWS) {
                    records.add(row(rows));
                }
            }
        }
        boolean complete = records.size() <= MOST_ROWS;
        return new Section(
                name, source, retention, complete, columns, complete ? records : records.subList(0, MOST_ROWS));
    }

    private Map<String, Object> row(ResultSet rows) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field column : columns) {
            Object value = rows.getObject(column.name());
            if (value != null) {
                values.put(column.name(), shown(value));
            }
        }
        return values;
    }

    private static Object shown(Object value) {
        return switch (value) {
            case Number number -> number;
            case Boolean flag -> flag;
            case Timestamp time -> time.toInstant().toString();
            default -> value.toString();
        };
    }
}
