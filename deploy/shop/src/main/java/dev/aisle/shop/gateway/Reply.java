package dev.aisle.shop.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a service answered; status 0 when it could not be reached. */
public final class Reply {
    /** For bodies of every call. */
    public static final ObjectMapper JSON = JsonMapper.builder().build();

    private final int status;
    private final byte[] bytes;

    Reply(int status, byte[] bytes) {
        this.status = status;
        this.bytes = bytes.clone();
    }

    static Reply unreachable() {
        return new Reply(0, new byte[0]);
    }

    public int status() {
        return status;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A missing node when it is none. */
    public JsonNode json() {
        try {
            return bytes.length == 0 ? JSON.missingNode() : JSON.readTree(bytes);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    public boolean ok() {
        return status / 100 == 2;
    }

    /** A text as JSON; a missing node when it is none. */
    public static JsonNode read(String text) {
        try {
            return text.isBlank() ? JSON.missingNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
