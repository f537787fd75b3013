package dev.aisle.local.importer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.importer.KnowledgeFiles.KnowledgeFile;
import dev.aisle.local.shell.Meter;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./aisle import knowledge}: the articles of a folder to the assistant, a few hundred files at a time. */
final class KnowledgeFeed {
    private static final int MOST_FILES = 200;
    private static final int MOST_LETTERS = 2_000_000;
    private static final int SHOWN_CHANGES = 20;

    private final ApiClient api;
    private final Progress progress;
    private final String state;
    private final boolean dryRun;
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<BadLine> bad = new ArrayList<>();
    private final Map<String, Long> badByReason = new TreeMap<>();
    private int shown;

    KnowledgeFeed(ApiClient api, Progress progress, String state, boolean dryRun) {
        this.api = api;
        this.progress = progress;
        this.state = state;
        this.dryRun = dryRun;
    }

    /** Sends all files; whether none of their articles was refused. */
    boolean send(Path place, Path badFile, String shownBadFile) {
        List<KnowledgeFile> files = KnowledgeFiles.of(place);
        Meter meter = new Meter(progress, "files", files.size());
        for (int from = 0; from < files.size(); ) {
            int to = endOfPart(files, from);
            sendPart(files.subList(from, to));
            meter.add(to - from);
            from = to;
        }
        BadLineReport.show(bad, badByReason, badFile, shownBadFile, progress);
        progress.step(String.format(
                Locale.ROOT,
                "%s %,d files: %,d articles new, %,d changed, %,d further in their review, %,d unchanged, %,d refused.",
                dryRun ? "Looked at" : "Imported",
                files.size(),
                count("created"),
                count("changed"),
                count("approved"),
                count("unchanged"),
                count("rejected")));
        if (dryRun) {
            progress.say("Nothing was sent to stay (--dry-run).");
        }
        return count("rejected") == 0;
    }

    private long count(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** A table goes alone; Markdown files go together. */
    private static int endOfPart(List<KnowledgeFile> files, int from) {
        int letters = 0;
        int to = from;
        while (to < files.size() && to - from < MOST_FILES) {
            KnowledgeFile file = files.get(to);
            letters += file.text().length();
            if (to > from && (file.table() || letters > MOST_LETTERS)) {
                return to;
            }
            to++;
            if (file.table()) {
                return to;
            }
        }
        return to;
    }

    private void sendPart(List<KnowledgeFile> part) {
        StringBuilder text = new StringBuilder();
        part.forEach(file -> text.append(file.text()));
        String type = part.getFirst().table() ? "text/csv" : "text/markdown";
        String path = "/v1/articles/import?state=" + state + "&dryRun=" + dryRun;
        JsonNode report = api.require(Call.post(Part.RECOMMENDER, path, text.toString(), type + ";charset=UTF-8")
                        .as("marketer"))
                .json();
        for (String what : List.of("created", "changed", "approved", "unchanged", "rejected")) {
            counts.merge(what, report.path(what).asLong(), Long::sum);
        }
        report.path("errors").forEach(error -> note(part, error));
        report.path("changes").forEach(this::show);
    }

    private void note(List<KnowledgeFile> part, JsonNode error) {
        int line = error.path("line").asInt();
        KnowledgeFile of = part.getFirst();
        int before = 0;
        for (KnowledgeFile file : part) {
            of = file;
            if (line <= before + file.lines()) {
                break;
            }
            before += file.lines();
        }
        String reason =
                error.path("field").asText() + " " + error.path("message").asText();
        bad.add(new BadLine(of.path().toString(), Math.max(1, line - before - of.inserted()), reason));
        badByReason.merge(reason, 1L, Long::sum);
    }

    private void show(JsonNode change) {
        if (shown++ < SHOWN_CHANGES) {
            progress.say(String.format(
                    Locale.ROOT,
                    "  %-9s %s/%s version %d",
                    change.path("change").asText().toLowerCase(Locale.ROOT),
                    change.path("article").asText(),
                    change.path("locale").asText(),
                    change.path("version").asInt()));
        }
    }
}
