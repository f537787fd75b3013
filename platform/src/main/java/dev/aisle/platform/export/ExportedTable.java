package dev.aisle.platform.export;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.common.v1.Holding;
import dev.aisle.contracts.common.v1.Purpose;
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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table with rows of persons, as an export shows it. Table and columns are those of the contract and never come from outside.
 *
 * @param name of the section
 * @param table where the rows stand; they carry their person in the column {@code pseudonym}
 * @param columns what is shown, in this order, with what each is kept for
 */
public record ExportedTable(String name, String table, String source, String retention, List<Field> columns) {
    /** More rows of one kind than a person makes in years; an export says when it stops here. */
    static final int MOST_ROWS = 100_000;

    private static final String UNTIL_ERASED = "no longer than until the person is erased";

    public ExportedTable {
        columns = List.copyOf(columns);
    }

    /** The tables of a service that tell a person something, as the contract describes them. */
    static List<ExportedTable> of(String service) {
        return DataMap.tablesOf(service).stream()
                .filter(place -> !place.holding().getInternal())
                .map(ExportedTable::of)
                .toList();
    }

    private static ExportedTable of(DataMap.Place place) {
        Holding holding = place.holding();
        return new ExportedTable(
                holding.getSection(),
                holding.getTable(),
                holding.getSource(),
                holding.getRetention().isEmpty() ? UNTIL_ERASED : holding.getRetention() + ", and " + UNTIL_ERASED,
                place.fields().stream()
                        .map(field -> new Field(field.name(), names(field.purposes())))
                        .toList());
    }

    private static List<String> names(List<Purpose> purposes) {
        return purposes.stream()
                .map(purpose -> purpose.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The rows of a person. */
    Section of(Connection connection, String pseudonym) throws SQLException {
        String names = columns.stream().map(Field::name).collect(Collectors.joining(", "));
        // What is left of somebody erased says only that, which nobody is told.
        String living =
                columns.stream().anyMatch(column -> column.name().equals("erased_at")) ? " and erased_at is null" : "";
        String select =
                "select " + names + " from " + table + " where pseudonym = ?" + living + " limit " + (MOST_ROWS + 1);
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
