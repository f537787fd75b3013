package dev.aisle.platform.elements;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** An element's files as one script whose names stay inside it: what a page loads. There is nothing of a shop or of a person in it. */
public final class ElementScript {
    /** The media type of {@link #answer}. */
    public static final String TYPE = "text/javascript; charset=utf-8";

    /** Long enough for a visit, short enough for a repair to arrive soon. */
    private static final String CACHING = "public, max-age=300, stale-while-revalidate=86400, stale-if-error=86400";

    private static final String COMMON = "/elements/elements.js";
    private static final int TAG_BYTES = 12;

    private final String text;
    private final String tag;

    private ElementScript(String text) {
        this.text = text;
        tag = HexFormat.of().formatHex(sha256(text), 0, TAG_BYTES);
    }

    /**
     * Reads the files of an element.
     *
     * @param owner   a class of the service whose files they are
     * @param folder  where they lie among its resources, with a slash at both ends
     * @param sheets  style sheets; the script has them as the text {@code STYLE}
     * @param scripts in the order in which they need each other; what all elements share comes before them
     * @throws IllegalStateException when a file is missing
     */
    public static ElementScript of(
            Class<?> owner, String folder, List<String> sheets, List<String> scripts, ObjectMapper json) {
        String style = sheets.stream().map(name -> file(owner, folder + name)).collect(Collectors.joining("\n"));
        String joined = scripts.stream().map(name -> file(owner, folder + name)).collect(Collectors.joining("\n"));
        try {
            return new ElementScript("(() => {\n'use strict';\nconst STYLE = " + json.writeValueAsString(style) + ";\n"
                    + file(owner, COMMON) + "\n" + joined + "})();\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The style sheet of an element can't be written as a text", e);
        }
    }

    private static String file(Class<?> owner, String path) {
        try (InputStream file = owner.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("The part " + path + " of an element is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The part " + path + " of an element can't be read", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The script for any page, or 304 where the page has it already. */
    public Response answer(Request request) {
        EntityTag entityTag = new EntityTag(tag);
        ResponseBuilder unchanged = request.evaluatePreconditions(entityTag);
        ResponseBuilder answer = unchanged == null ? Response.ok(text).tag(entityTag) : unchanged;
        return answer.header(HttpHeaders.CACHE_CONTROL, CACHING)
                // A page may ask for it with the hash of its text (integrity), or isolate itself from other origins.
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
