package dev.aisle.local.backup;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.DatabaseFiles;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Migrations of the databases: those that were applied, and those that the built services know. */
final class Schemas {
    private static final Pattern MIGRATION = Pattern.compile("db/(?:migration|platform)/V([0-9_.]+)__.*\\.sql");

    private Schemas() {}

    /** The applied migrations of each database; none of one that no service has used yet. */
    static Map<String, List<String>> applied(PortPlan ports) {
        var all = new TreeMap<String, List<String>>();
        for (var database : DatabaseFiles.databases()) {
            all.put(database, applied(ports, database));
        }
        return all;
    }

    private static List<String> applied(PortPlan ports, String database) {
        var versions = new ArrayList<String>();
        try (var connection = DatabaseFiles.connect(ports, database);
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select to_regclass('public.flyway_schema_history') is not null")) {
                found.next();
                if (!found.getBoolean(1)) {
                    return versions;
                }
            }
            try (var rows = statement.executeQuery("select version from flyway_schema_history"
                    + " where success and version is not null order by installed_rank")) {
                while (rows.next()) {
                    versions.add(rows.getString(1));
                }
            }
            return versions;
        } catch (SQLException e) {
            throw new CommandFailure("The schema of " + database + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Rows of every table, {@code database.table} → rows. */
    static Map<String, Long> rows(PortPlan ports) {
        var all = new TreeMap<String, Long>();
        for (var database : DatabaseFiles.databases()) {
            try (var connection = DatabaseFiles.connect(ports, database);
                    var statement = connection.createStatement()) {
                var tables = new ArrayList<String>();
                try (var found = statement.executeQuery(
                        "select tablename from pg_tables where schemaname = 'public' and tablename not like"
                                + " 'flyway%'")) {
                    while (found.next()) {
                        tables.add(found.getString(1));
                    }
                }
                for (var table : tables) {
                    try (var count = statement.executeQuery("select count(*) from \"" + table + "\"")) {
                        count.next();
                        all.put(database + "." + table, count.getLong(1));
                    }
                }
            } catch (SQLException e) {
                throw new CommandFailure("The tables of " + database + " can't be counted: " + e.getMessage(), e);
            }
        }
        return all;
    }

    /** Why the databases of a backup don't fit what is built here; empty when they do. */
    static Optional<String> misfit(Map<String, List<String>> backup, Layout layout) {
        for (var schema : backup.entrySet()) {
            var missing = new TreeSet<>(plain(schema.getValue()));
            missing.removeAll(known(layout, schema.getKey()));
            if (!missing.isEmpty()) {
                return Optional.of("The backup's database " + schema.getKey()
                        + " has migrations that this version lacks (" + String.join(", ", missing)
                        + "): restore it with the version that took it, or a newer one.");
            }
        }
        return Optional.empty();
    }

    private static Set<String> known(Layout layout, String database) {
        var part = Part.named(database).orElseThrow(() -> new CommandFailure("There is no service " + database + "."));
        var versions = new TreeSet<String>();
        try {
            for (var jar : jars(layout, database)) {
                versions.addAll(in(jar));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(part.label() + " can't be read", e);
        }
        // Migrations of the platform lie in its own jar.
        try (var jars = Files.list(layout.project().resolve(part.label()).resolve("target/quarkus-app/lib/main"))) {
            for (var jar : jars.filter(file -> file.getFileName().toString().startsWith("dev.aisle."))
                    .toList()) {
                versions.addAll(in(jar));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(part.label() + " isn't built", e);
        }
        return versions;
    }

    /** The statements that a service's built jar has for its database after it was put back, as the job of the chart runs them. */
    static String afterRestore(Layout layout, String database) {
        for (var jar : jars(layout, database)) {
            try (var zip = new ZipFile(jar.toFile())) {
                var entry = zip.getEntry("db/after-restore.sql");
                if (entry != null) {
                    return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(jar + " can't be read", e);
            }
        }
        throw new CommandFailure("The built service of " + database + " has no db/after-restore.sql.");
    }

    private static List<Path> jars(Layout layout, String database) {
        var part = Part.named(database).orElseThrow(() -> new CommandFailure("There is no service " + database + "."));
        var folder = layout.project().resolve(part.label()).resolve("target/quarkus-app/app");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(part.label() + " isn't built: " + folder, e);
        }
    }

    private static Set<String> in(Path jar) throws IOException {
        var versions = new TreeSet<String>();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> {
                var match = MIGRATION.matcher(entry.getName());
                if (match.matches()) {
                    versions.add(match.group(1).replace('_', '.'));
                }
            });
        }
        return versions;
    }

    private static List<String> plain(List<String> versions) {
        return versions.stream().map(version -> version.replace('_', '.')).toList();
    }
}
