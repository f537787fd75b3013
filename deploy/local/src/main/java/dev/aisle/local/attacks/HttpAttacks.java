package dev.aisle.local.attacks;

import dev.aisle.local.client.Call;
import dev.aisle.local.client.Reply;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Attacks on HTTP itself, by raw sockets where a client library would refuse to send what is wrong. */
final class HttpAttacks {
    private static final String CLOSE = "Connection: close\r\n\r\n";
    private static final int SLOW_SECONDS = 45;
    private static final int HOSTILE_SECONDS = 10;
    private static final int STREAMS = 60;

    private HttpAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "malformed-requests",
                        "Duplicate Host, folded headers and unknown transfer codings are refused by every service",
                        HttpAttacks::malformed),
                new Attack(
                        "slow-headers",
                        "A connection that sends its headers slowly is ended",
                        HttpAttacks::slowHeaders),
                new Attack(
                        "bodies-without-end",
                        "Whoever begins bodies and ends none, without a key, holds nobody else up",
                        HttpAttacks::bodiesWithoutEnd),
                new Attack("nul-in-path", "A NUL in a path is answered 400 by every service", HttpAttacks::nul),
                new Attack(
                        "unverifiable-token",
                        "A token that cannot be verified is answered with a problem document and invalid_token",
                        HttpAttacks::unverifiableToken),
                new Attack(
                        "content-type-before-token",
                        "Nobody learns what a route takes before showing a token",
                        HttpAttacks::contentTypeBeforeToken));
    }

    private static AttackResult malformed(Target target) throws IOException {
        List<String> taken = new ArrayList<>();
        for (Part part : Part.services()) {
            String host = "Host: " + target.ports().address(part) + "\r\n";
            String get = "GET /v1/operations HTTP/1.1\r\n";
            Map<String, String> requests = Map.of(
                    "two Host headers", get + host + "Host: else.example\r\n" + CLOSE,
                    "a folded header", get + host + "X-Long: a\r\n b\r\n" + CLOSE,
                    "no Host", get + CLOSE,
                    "an unknown transfer coding",
                            "POST /v1/operations HTTP/1.1\r\n" + host
                                    + "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n" + CLOSE + "hello");
            for (Map.Entry<String, String> request : requests.entrySet()) {
                String answer = RawHttp.exchange(target.ports().of(part), request.getValue(), HOSTILE_SECONDS);
                if (!answer.startsWith("HTTP/1.1 400") && !answer.startsWith("HTTP/1.1 501")) {
                    taken.add(part.label() + " takes " + request.getKey() + ": " + RawHttp.firstLine(answer));
                }
            }
        }
        return AttackResult.of(
                taken, "four malformed requests at each of " + Part.services().size() + " services");
    }

    private static AttackResult slowHeaders(Target target) throws IOException {
        boolean ended = RawHttp.drip(target.ports().of(Part.INGEST), SLOW_SECONDS);
        return ended
                ? AttackResult.held("a header line each second, ended within " + SLOW_SECONDS + " s")
                : AttackResult.broken("the connection is still open after " + SLOW_SECONDS + " s of slow headers");
    }

    private static AttackResult bodiesWithoutEnd(Target target) throws IOException {
        List<String> wrong = new ArrayList<>();
        try (OpenStreams _ = OpenStreams.begin(target.ports().of(Part.INGEST), "/v1/batch", STREAMS);
                OpenStreams _ = OpenStreams.begin(target.ports().of(Part.INGEST), "/v1/events", STREAMS)) {
            for (int sent = 0; sent < 10; sent++) {
                int status = target.send(Call.post(Part.INGEST, "/v1/batch", "{\"batch\":[]}", "application/json"))
                        .status();
                if (status >= 500) {
                    wrong.add("somebody else is answered " + status);
                }
            }
        }
        return AttackResult.of(wrong, 2 * STREAMS + " bodies that never end, and ten requests of somebody else");
    }

    private static AttackResult nul(Target target) {
        List<String> wrong = new ArrayList<>();
        Map<Part, List<String>> paths = Map.of(
                Part.PROFILE, List.of("/v1/segments/%00", "/v1/profiles/a%00b"),
                Part.RECOMMENDER, List.of("/v1/models/%00", "/v1/articles/%00/en"),
                Part.CAMPAIGN, List.of("/v1/decisions/%00/explanation", "/v1/campaigns/%00"),
                Part.PRIVACY, List.of("/v1/consents/%00", "/v1/requests/%00"),
                Part.INGEST, List.of("/v1/write-keys/%00"));
        paths.forEach((part, all) -> all.forEach(path -> {
            Reply reply = target.send(Call.get(part, path));
            if (reply.status() != 400) {
                wrong.add(part.label() + " " + path + ": " + reply.status());
            }
        }));
        return AttackResult.of(wrong, "9 routes of five services");
    }

    private static AttackResult unverifiableToken(Target target) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Part part : Part.services()) {
            String request = "GET /v1/operations HTTP/1.1\r\nHost: "
                    + target.ports().address(part) + "\r\nAuthorization: Bearer abc.def.ghi\r\n" + CLOSE;
            String answer = RawHttp.exchange(target.ports().of(part), request, HOSTILE_SECONDS);
            if (!answer.startsWith("HTTP/1.1 401")
                    || !answer.contains("invalid_token")
                    || !answer.contains("application/problem+json")) {
                wrong.add(part.label() + ": " + RawHttp.firstLine(answer) + " without a reason");
            }
        }
        return AttackResult.of(wrong, "five services");
    }

    private static AttackResult contentTypeBeforeToken(Target target) throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, Part> routes = Map.of(
                "POST /v1/products", Part.INGEST,
                "POST /v1/products/changes", Part.INGEST,
                "PUT /v1/products/x/picture", Part.INGEST,
                "POST /v1/articles/import", Part.RECOMMENDER,
                "POST /v1/reviews/import", Part.RECOMMENDER);
        for (Map.Entry<String, Part> route : routes.entrySet()) {
            String request =
                    route.getKey() + " HTTP/1.1\r\nHost: " + target.ports().address(route.getValue())
                            + "\r\nContent-Type: image/x-nothing\r\nContent-Length: 2\r\n" + CLOSE + "{}";
            String answer = RawHttp.exchange(target.ports().of(route.getValue()), request, HOSTILE_SECONDS);
            if (!answer.startsWith("HTTP/1.1 401")) {
                wrong.add(route.getKey() + ": " + RawHttp.firstLine(answer));
            }
        }
        return AttackResult.of(wrong, "five routes with a content type of nothing and no token");
    }
}
