package dev.aisle.platform.person;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.common.v1.Rekey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of a table on their way from a person's pseudonym to the one of a newer key, by what the contract says of the table. */
final class MovedRows {
    /** Where a statement takes the older and then the newer pseudonym. */
    private static final String PARAMETERS = "(select cast(? as text) as older, cast(? as text) as newer) as move";

    private final List<String> statements;

    MovedRows(List<DataMap.Place> tables) {
        statements = tables.stream()
                .filter(table -> table.holding().getOnRekey().getByFeature().isEmpty())
                .flatMap(table -> statements(table).stream())
                .toList();
    }

    private static List<String> statements(DataMap.Place place) {
        Rekey rekey = place.holding().getOnRekey();
        String table = place.holding().getTable();
        return rekey.getSame().isEmpty()
                ? List.of(rename(table, rekey))
                : List.of(
                        merge(place, table, rekey),
                        "delete from " + table + " own using " + PARAMETERS + " where own.pseudonym = move.older");
    }

    private static String rename(String table, Rekey rekey) {
        String prefixed =
                rekey.getPrefixed().isEmpty() ? "" : ", " + rekey.getPrefixed() + " = " + moved(rekey.getPrefixed());
        String unless = rekey.getUnless().isEmpty()
                ? ""
                : " and not exists (select from " + table + " other where other.pseudonym = move.newer and ("
                        + rekey.getUnless() + "))";
        return "update " + table + " own set pseudonym = move.newer" + prefixed + " from " + PARAMETERS
                + " where own.pseudonym = move.older" + unless;
    }

    /** An insertion, which waits for a row that comes up under the newer pseudonym at the same time. */
    private static String merge(DataMap.Place place, String table, Rekey rekey) {
        List<String> columns = place.fields().stream().map(DataMap.Field::name).toList();
        String values = columns.stream()
                .map(column -> column.equals("pseudonym")
                        ? "move.newer"
                        : column.equals(rekey.getPrefixed()) ? moved(column) : "own." + column)
                .collect(Collectors.joining(", "));
        return "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                + " own, " + PARAMETERS + " where own.pseudonym = move.older on conflict (" + rekey.getSame() + ") do "
                + (rekey.getMerge().isEmpty() ? "nothing" : "update set " + rekey.getMerge());
    }

    private static String moved(String column) {
        return "move.newer || substr(own." + column + ", length(own.pseudonym) + 1)";
    }

    /** Moves all rows of a person; a row that the contract leaves behind stays under the older pseudonym. */
    void move(Connection connection, String pseudonym, String successor) throws SQLException {
        for (String sql : statements) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, pseudonym);
                statement.setString(2, successor);
                statement.executeUpdate();
            }
        }
    }
}
