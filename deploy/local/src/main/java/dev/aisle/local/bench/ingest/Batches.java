package dev.aisle.local.bench.ingest;

import dev.aisle.local.bench.load.Requests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * One connection's requests: a batch of product views whose message ids and people are written anew into the same bytes each
 * time, so that making requests costs the machine as little as possible.
 */
public final class Batches implements Requests {
    private static final int ID_DIGITS = 12;
    private static final int PERSON_DIGITS = 6;

    private final byte[] bytes;
    private final int[] idAt;
    private final int[] personAt;
    private final int[] productAt;
    private final int events;
    private final int people;
    private long next;

    private Batches(byte[] bytes, int events, int people, long first) {
        this.bytes = bytes;
        this.events = events;
        this.people = people;
        this.next = first;
        this.idAt = new int[events];
        this.personAt = new int[events];
        this.productAt = new int[events];
    }

    /**
     * Requests of so many events each.
     *
     * @param first number of the first event; the numbers of several connections must not meet
     */
    public static Batches of(String host, String writeKey, Crowd people, int events, long first) {
        var body = body(people.prefix(), events);
        var key = Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
        var path = events == 1 ? "/v1/track" : "/v1/batch";
        var head = "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Basic " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        var bytes = (head + body).getBytes(StandardCharsets.US_ASCII);
        var requests = new Batches(bytes, events, people.count(), first);
        requests.findPlaces(people.prefix());
        return requests;
    }

    private static String event(String prefix) {
        return """
            {"type":"track","event":"Product Viewed","messageId":"bench-%s","userId":"%s%s",\
            "timestamp":"2026-01-01T12:00:00.000Z","context":{"library":{"name":"analytics-node","version":"3.1.0"},"locale":"en-GB",\
            "page":{"path":"/grocery/tea/green-tea-sencha","title":"Green Tea Sencha, 100 g"}},\
            "properties":{"product_id":"%s","category":"Grocery > Tea > Green","name":"Green Tea Sencha, 100 g","brand":"Leaf & Sons",\
            "variant":"100 g","price":12.99,"currency":"USD","quantity":1,"position":3,"url":"https://shop.example/p/sencha"}}""".formatted("0".repeat(ID_DIGITS), prefix, "0".repeat(PERSON_DIGITS), "0".repeat(PERSON_DIGITS));
    }

    private static String body(String prefix, int events) {
        var event = event(prefix);
        if (events == 1) {
            return event;
        }
        var all = new String[events];
        Arrays.fill(all, event);
        return "{\"batch\":[" + String.join(",", all) + "],\"sentAt\":\"2026-01-01T12:00:00.000Z\"}";
    }

    private void findPlaces(String prefix) {
        var text = new String(bytes, StandardCharsets.US_ASCII);
        var from = 0;
        for (int i = 0; i < events; i++) {
            idAt[i] = after(text, "\"bench-", from);
            personAt[i] = after(text, '"' + prefix, idAt[i]);
            productAt[i] = after(text, "\"product_id\":\"", personAt[i]);
            from = productAt[i];
        }
    }

    private static int after(String text, String what, int from) {
        return text.indexOf(what, from) + what.length();
    }

    public int events() {
        return events;
    }

    /** The next request, valid until the one after is asked for. */
    @Override
    public byte[] next() {
        for (int i = 0; i < events; i++) {
            write(idAt[i], ID_DIGITS, next);
            write(personAt[i], PERSON_DIGITS, (next * 7919) % people);
            write(productAt[i], PERSON_DIGITS, (next * 104_729) % 20_000);
            next++;
        }
        return bytes;
    }

    private void write(int at, int digits, long number) {
        var rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
