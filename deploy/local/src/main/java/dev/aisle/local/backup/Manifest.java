package dev.aisle.local.backup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.Json;
import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup is of.
 *
 * @param takenAt when it was begun: what was acknowledged before is in it
 * @param postgres the server's version
 * @param schemas database → its applied migrations
 * @param rows {@code database.table} → rows
 * @param topics topic → its id, by which a topic of that name made anew is told from it
 * @param groups {@code group topic partition} → where that group of consumers stood before the databases were copied
 * @param told records that were copied of each kept topic
 */
record Manifest(
        Instant takenAt,
        String postgres,
        Map<String, List<String>> schemas,
        Map<String, Long> rows,
        Map<String, String> topics,
        Map<String, Long> groups,
        Map<String, Long> told) {
    /** Of the folder's layout; another one is read by another version. */
    static final int FORMAT = 1;

    private static final String NAME = "backup.json";

    Manifest {
        schemas = new TreeMap<>(schemas);
        rows = new TreeMap<>(rows);
        topics = new TreeMap<>(topics);
        groups = new TreeMap<>(groups);
        told = new TreeMap<>(told);
    }

    /** Written last: a folder without it is no backup. */
    void write(Path folder) {
        var json = Json.object().put("format", FORMAT).put("takenAt", takenAt.toString());
        json.put("postgres", postgres);
        var schemasJson = json.putObject("schemas");
        schemas.forEach((database, versions) -> {
            var list = schemasJson.putArray(database);
            versions.forEach(list::add);
        });
        var rowsJson = json.putObject("rows");
        rows.forEach(rowsJson::put);
        var topicsJson = json.putObject("topics");
        topics.forEach(topicsJson::put);
        var groupsJson = json.putObject("groups");
        groups.forEach(groupsJson::put);
        var toldJson = json.putObject("told");
        told.forEach(toldJson::put);
        try {
            Files.writeString(folder.resolve(NAME), json.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder.resolve(NAME), e);
        }
    }

    static Manifest read(Path folder) {
        var file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(folder + " holds no whole backup: " + NAME + " is missing.");
        }
        try {
            var json = Json.read(Files.readString(file));
            if (json.path("format").asInt() != FORMAT) {
                throw new CommandFailure(
                        "The backup has format " + json.path("format").asText("?") + ", this version reads " + FORMAT
                                + ": restore it with the version that took it.");
            }
            return new Manifest(
                    Instant.parse(json.path("takenAt").asText()),
                    json.path("postgres").asText(),
                    lists(json.path("schemas")),
                    numbers(json.path("rows")),
                    texts(json.path("topics")),
                    numbers(json.path("groups")),
                    numbers(json.path("told")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Map<String, List<String>> lists(JsonNode node) {
        var all = new TreeMap<String, List<String>>();
        node.properties().forEach(entry -> {
            var list = new ArrayList<String>();
            entry.getValue().forEach(one -> list.add(one.asText()));
            all.put(entry.getKey(), list);
        });
        return all;
    }

    private static Map<String, Long> numbers(JsonNode node) {
        var all = new TreeMap<String, Long>();
        node.properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().asLong()));
        return all;
    }

    private static Map<String, String> texts(JsonNode node) {
        var all = new TreeMap<String, String>();
        node.properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
        return all;
    }
}
