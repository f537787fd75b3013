package dev.aisle.local.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas fit the version before and the next one: what was released stays as it is, and what is new only adds. */
class MigrationsTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> MODULES =
            List.of("platform", "profile-service", "recommender-service", "campaign-service", "privacy-service");

    @Test
    void whatWasReleasedIsUnchanged() throws IOException {
        var present = migrations();

        released()
                .forEach((file, sum) -> assertThat(present)
                        .as("%s was released: add a migration instead of changing it", file)
                        .containsKey(file)
                        .satisfies(all -> assertThat(sum(Objects.requireNonNull(all.get(file))))
                                .isEqualTo(sum)));
    }

    @Test
    void whatIsNewOnlyAdds() throws IOException {
        var released = released();

        for (var migration : migrations().entrySet()) {
            if (!released.containsKey(migration.getKey())) {
                assertThat(MigrationRules.violations(migration.getValue()))
                        .as(migration.getKey())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table person",
                "alter table person drop column age",
                "ALTER TABLE person\n  RENAME COLUMN a TO b",
                "alter table person rename to people",
                "alter table person alter column age type bigint",
                "alter table person alter column age set not null",
                "alter table person add column age int not null",
                "alter table person add age int not null, add name text",
                "alter table person add constraint adult check (age > 17)",
                "create unique index person_name on person (name)",
                "/* -- contract: */ drop table person"
            })
    void whatBreaksTheVersionBeforeIsFound(String sql) {
        assertThat(MigrationRules.violations(sql)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table person (name text not null); create unique index p on person (name)",
                "create table a (n int); alter table a add column b int not null",
                "alter table person add column age int",
                "alter table person add column age int not null default 0",
                "alter table person add column id bigint generated always as identity",
                "create index person_name on person (name)",
                "update person set name = 'drop table person'",
                "-- drop table person\nselect 1",
                "-- contract: nothing has read it since 0.2.0\nalter table person drop column age"
            })
    void whatOnlyAddsIsNot(String sql) {
        assertThat(MigrationRules.violations(sql)).isEmpty();
    }

    private static Map<String, String> migrations() throws IOException {
        var all = new TreeMap<String, String>();
        for (var module : MODULES) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/resources/db"))) {
                for (var file :
                        files.filter(one -> one.toString().endsWith(".sql")).toList()) {
                    all.put(ROOT.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return all;
    }

    /** Path → SHA-256, of the last release; made by {@code sha256sum} when one is cut. */
    private static Map<String, String> released() throws IOException {
        var all = new TreeMap<String, String>();
        for (var line : Files.readAllLines(ROOT.resolve("docs/operations/released-migrations.txt"))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                all.put(line.substring(line.indexOf("  ") + 2), line.substring(0, line.indexOf(' ')));
            }
        }
        return all;
    }

    private static String sum(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
