package dev.aisle.local.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Expand, then contract: the version before runs on the schema of this one. So a migration only adds; what nobody uses any more goes one
 * release later, and says since when by a line {@code -- contract: …}.
 */
final class MigrationRules {
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'|\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);
    private static final Pattern CONTRACT = Pattern.compile("(?m)^\\s*-- contract: \\S.{9,}$");
    private static final Pattern MADE_HERE = Pattern.compile("create table (?:if not exists )?(\\w+)");

    /** What breaks the version before, and what to do instead. */
    private static final Map<Pattern, String> BREAKING = Map.of(
            Pattern.compile("\\bdrop (?:table|column|view|function|type|sequence)\\b"),
            "drops what the version before uses: stop using it now, drop it one release later",
            Pattern.compile("\\brename (?:to|column|constraint)\\b"),
            "renames what the version before uses: add the new name beside the old one",
            Pattern.compile("\\balter (?:column )?\\w+ (?:set data )?type\\b"),
            "changes a type under the version before: add a column beside it",
            Pattern.compile("\\bset not null\\b"),
            "forbids what the version before writes: one release later",
            Pattern.compile("\\bdrop default\\b"),
            "takes away what the version before relies on: one release later");

    private static final Pattern ADDED = Pattern.compile(
            "\\badd (?:column )?(?:if not exists )?(?!constraint\\b|primary\\b|unique\\b|foreign\\b|check\\b)\\w+"
                    + " [^,;]*");
    private static final Pattern CONSTRAINED = Pattern.compile(
            "\\balter table (?:only )?(?:if exists )?(\\w+)\\s+add (?:constraint \\w+ )?(?:check|unique|foreign"
                    + " key|primary key|exclude)\\b");
    private static final Pattern UNIQUE =
            Pattern.compile("create unique index (?:if not exists )?\\w* ?on (?:only )?(\\w+)");

    private MigrationRules() {}

    /** What is wrong with a migration; nothing when it only adds, or says why it may do more. */
    static List<String> violations(String sql) {
        if (CONTRACT.matcher(sql).find()) {
            return List.of();
        }
        var text = COMMENT.matcher(sql).replaceAll(" ");
        text = TEXT.matcher(text).replaceAll("''").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        var found = new ArrayList<String>();
        var made = new ArrayList<String>();
        MADE_HERE.matcher(text).results().forEach(match -> made.add(match.group(1)));
        for (var statement : text.split(";", -1)) {
            check(statement.strip(), made, found);
        }
        return found;
    }

    private static void check(String statement, List<String> made, List<String> found) {
        // A table that this migration makes is unknown to the version before: whatever is done to it.
        if (made.stream()
                .anyMatch(
                        table -> statement.matches("(?:alter table|create unique index)(?: .*)? " + table + "\\b.*"))) {
            return;
        }
        BREAKING.forEach((pattern, why) -> {
            if (pattern.matcher(statement).find()) {
                found.add(statement + ": " + why);
            }
        });
        if (statement.startsWith("alter table")) {
            ADDED.matcher(statement)
                    .results()
                    .map(match -> match.group())
                    .filter(column ->
                            column.contains("not null") && !column.contains("default") && !column.contains("generated"))
                    .forEach(column -> found.add(column + ": the version before doesn't fill it: give it a default"));
        }
        if (CONSTRAINED.matcher(statement).find() || UNIQUE.matcher(statement).find()) {
            found.add(statement + ": refuses rows that the version before may write: one release later, or not valid"
                    + " for what it writes");
        }
    }
}
