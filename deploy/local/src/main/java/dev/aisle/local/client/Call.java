package dev.aisle.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.ServiceEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to one of the services.
 *
 * @param client  the client of the issuer on whose behalf it is made; empty for the server's write key of the door
 * @param body    empty for none
 * @param headers beyond authorization
 */
public record Call(String method, Part part, String path, String client, String body, Map<String, String> headers) {
    private static final int SHOWN_BODY = 200;
    private static final String BROWSER = "(browser)";

    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call get(Part part, String path) {
        return new Call("GET", part, path, "demo", "", Map.of());
    }

    public static Call delete(Part part, String path) {
        return new Call("DELETE", part, path, "demo", "", Map.of());
    }

    public static Call post(Part part, String path, JsonNode body) {
        return post(part, path, Json.write(body), "application/json");
    }

    public static Call post(Part part, String path, String body, String type) {
        return new Call("POST", part, path, "demo", body, Map.of("Content-Type", type));
    }

    /** The same call by another client. */
    public Call as(String other) {
        return new Call(method, part, path, other, body, headers);
    }

    /** The same call with the server's write key instead of a token: the Segment API of the door. */
    public Call withWriteKey() {
        return as("");
    }

    /** The same call with the public write key, as a page in a browser makes it. */
    public Call fromBrowser() {
        return as(BROWSER);
    }

    public Call header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, part, path, client, body, more);
    }

    boolean usesWriteKey() {
        return client.isEmpty() || client.equals(BROWSER);
    }

    /** The write key of the call: the public one of a page, or the server's. */
    String writeKey() {
        return client.equals(BROWSER) ? ServiceEnvironment.WRITE_KEY : ServiceEnvironment.SERVER_WRITE_KEY;
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The call in one line, as a person would try it by hand. */
    public String spoken(String host) {
        var text = method + " http://" + host + path;
        if (body.isEmpty()) {
            return text;
        }
        var shown = body.length() <= SHOWN_BODY ? body : body.substring(0, SHOWN_BODY) + "…";
        return text + " " + shown.strip().replace("\n", " ");
    }
}
