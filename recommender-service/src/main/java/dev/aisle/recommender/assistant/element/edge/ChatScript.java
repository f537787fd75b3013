package dev.aisle.recommender.assistant.element.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The element's files as one script whose names stay inside it: what a page loads. */
@ApplicationScoped
class ChatScript {
    private static final String FOLDER = "/assistant/chat/";
    private static final List<String> SHEETS = List.of("window.css", "messages.css");
    /** In the order in which they need each other. */
    private static final List<String> SCRIPTS = List.of(
            "texts.js", "memory.js", "wire.js", "nodes.js", "messages.js", "panel.js", "element.js", "start.js");

    private static final int TAG_BYTES = 12;

    private final String text;
    private final String tag;

    ChatScript(ObjectMapper json) {
        text = joined(json);
        tag = HexFormat.of().formatHex(sha256(text), 0, TAG_BYTES);
    }

    /** JavaScript. */
    String text() {
        return text;
    }

    /** Names the text; another text has another one. */
    String tag() {
        return tag;
    }

    private static String joined(ObjectMapper json) {
        String style = SHEETS.stream().map(ChatScript::file).collect(Collectors.joining("\n"));
        String scripts = SCRIPTS.stream().map(ChatScript::file).collect(Collectors.joining("\n"));
        try {
            return "(() => {\n'use strict';\nconst STYLE = " + json.writeValueAsString(style) + ";\n" + scripts
                    + "})();\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The style sheet of the chat element can't be written as a text", e);
        }
    }

    private static String file(String name) {
        try (InputStream file = ChatScript.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("The part " + name + " of the chat element is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The part " + name + " of the chat element can't be read", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
