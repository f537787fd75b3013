package dev.aisle.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.aisle.shop.gateway.Journal;
import dev.aisle.shop.gateway.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The journal of a visit as server-sent events: what is there, then each call as it is made, until the page goes. */
final class JournalStream {
    /** As often a comment goes out, so that a page which has gone is noticed. */
    private static final Duration BEAT = Duration.ofSeconds(10);

    private final Words words;
    private final Journal journal;

    JournalStream(Words words, Journal journal) {
        this.words = words;
        this.journal = journal;
    }

    /**
     * Writes until the page goes.
     *
     * @param after the number of the last entry that the page has
     */
    void write(HttpExchange exchange, long after) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        write(out, "retry: 2000\n\n");
        long last = after;
        try {
            while (true) {
                List<Journal.Entry> entries = journal.after(last, BEAT);
                if (entries.isEmpty()) {
                    write(out, ": beat\n\n");
                }
                for (Journal.Entry entry : entries) {
                    write(out, "id: " + entry.number() + "\ndata: " + json(entry) + "\n\n");
                    last = entry.number();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private ObjectNode json(Journal.Entry entry) {
        return Reply.JSON
                .createObjectNode()
                .put("number", entry.number())
                .put("at", entry.at().toString())
                .put("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .put("service", entry.service())
                .put("call", entry.method() + " " + entry.path())
                .put("status", entry.status())
                .put("millis", entry.millis())
                .put("sent", entry.sent())
                .put("answered", entry.answered())
                .put("tone", entry.told().tone().name().toLowerCase(Locale.ROOT))
                .put(
                        "told",
                        words.of(
                                "told." + entry.told().key(),
                                entry.told().values().toArray()));
    }
}
