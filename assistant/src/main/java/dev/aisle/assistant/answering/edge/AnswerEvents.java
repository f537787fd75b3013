package dev.aisle.assistant.answering.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;

/** Writes an answer as server-sent events, each at once. */
final class AnswerEvents {
    private final OutputStream out;
    private final ObjectMapper json;

    AnswerEvents(OutputStream out, ObjectMapper json) {
        this.out = out;
        this.json = json;
    }

    /** One event; its JSON has no line breaks. */
    void send(String name, Object value) {
        try {
            out.write(("event: " + name + "\ndata: " + json.writeValueAsString(value) + "\n\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The page has gone before the answer was there", e);
        }
    }

    /** A text sentence by sentence; together they are the text. */
    void sendText(String text, Locale locale) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
        sentences.setText(text);
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            send("text", new ConversationViews.DeltaView(text.substring(start, end)));
        }
    }
}
