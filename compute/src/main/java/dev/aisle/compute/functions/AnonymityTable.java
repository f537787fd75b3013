package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.privacy.anonymity.Hierarchy;
import dev.aisle.algorithms.privacy.anonymity.Table;
import java.util.ArrayList;
import java.util.List;

/** Reads the table and the hierarchies of {@code privacy.anonymity}. */
final class AnonymityTable {
    private AnonymityTable() {}

    static Table read(Input input, int l) {
        List<String> names = PrivacyAnonymity.names(input);
        List<List<String>> columns = new ArrayList<>();
        List<String> sensitive = List.of();
        if (input.optional("path").isPresent()) {
            CsvColumns file = CsvColumns.read("path", Input.file("path", input.text("path")));
            names.forEach(name -> columns.add(file.column("quasi_identifiers", name)));
            sensitive = l > 1 ? file.column("sensitive", input.text("sensitive")) : sensitive;
        } else {
            names.forEach(name -> columns.add(new ArrayList<>()));
            rows(input.required("rows"), columns);
            if (l > 1) {
                throw new InvalidInputException("sensitive", "an l above 1 needs a file with a sensitive column");
            }
        }
        if (columns.getFirst().isEmpty()) {
            throw new InvalidInputException("path", "the table has no rows");
        }
        List<Hierarchy> hierarchies = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            hierarchies.add(hierarchy(input, names.get(i), columns.get(i)));
        }
        return Table.of(columns, hierarchies, sensitive);
    }

    private static void rows(JsonNode rows, List<List<String>> into) {
        for (JsonNode row : rows) {
            if (!row.isArray() || row.size() != into.size()) {
                throw new InvalidInputException("rows", "expected lists of " + into.size() + " cells");
            }
            for (int i = 0; i < into.size(); i++) {
                into.get(i).add(Input.text("rows", row.get(i)));
            }
        }
    }

    private static Hierarchy hierarchy(Input input, String name, List<String> column) {
        String field = "hierarchies." + name;
        JsonNode given = input.node().path("hierarchies").path(name);
        if (given.isMissingNode() || given.isNull()) {
            return Hierarchy.suppressing(column);
        }
        try {
            return Hierarchy.of(given.isTextual() ? file(field, given.asText()) : listed(field, given));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field, String.valueOf(e.getMessage()));
        }
    }

    private static List<List<String>> file(String field, String path) {
        return CsvColumns.read(field, Input.file(field, path)).rows();
    }

    private static List<List<String>> listed(String field, JsonNode rows) {
        if (!rows.isArray() || !rows.valueStream().allMatch(JsonNode::isArray)) {
            throw new InvalidInputException(field, "expected a CSV path or lists [value, level 1, …]");
        }
        return rows.valueStream()
                .map(row ->
                        row.valueStream().map(cell -> Input.text(field, cell)).toList())
                .toList();
    }
}
