package dev.aisle.shop.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/** Says what a call came to, out of what was sent and answered. */
final class Teller {
    private Teller() {}

    static Told of(Kind kind, String method, JsonNode sent, int status, JsonNode answer) {
        if (status == 0) {
            return Told.failed("unreachable");
        }
        if (status >= 400 && kind != Kind.FLAG) {
            return Told.failed(
                    "refused",
                    Integer.toString(status),
                    answer.path("detail").asText(answer.path("title").asText()));
        }
        return switch (kind) {
            case PAGE -> Told.fine("page");
            case EVENT -> event(sent, answer);
            case LIST -> list(answer);
            case DECISION -> decision(answer);
            case FLAG -> flag(answer);
            case COUPON -> coupon(answer);
            case CONSENT -> consent(method, status, answer);
            case RIGHTS -> rights(answer);
            case CHAT -> Told.fine("chat");
        };
    }

    private static Told event(JsonNode sent, JsonNode answer) {
        JsonNode call = sent.path("batch").path(0);
        String name = call.path("event").asText(call.path("type").asText());
        if (!answer.path("dropped").isEmpty()) {
            return Told.withheld(
                    "dropped",
                    name,
                    answer.path("dropped").path(0).path("reason").asText());
        }
        return answer.path("rejected").isEmpty()
                ? Told.fine("taken", name)
                : Told.failed(
                        "rejected",
                        name,
                        answer.path("rejected").path(0).path("message").asText());
    }

    private static Told list(JsonNode answer) {
        if (answer.has("hits")) {
            return Told.fine("found", Integer.toString(answer.path("hits").size()));
        }
        String items = Integer.toString(answer.path("items").size());
        String reason = answer.path("reason").asText("");
        if (answer.path("personalized").asBoolean()) {
            return Told.fine("personal", items);
        }
        if (reason.isEmpty()) {
            return Told.fine("general", items);
        }
        return reason.equals("NO_CONSENT")
                ? Told.withheld("impersonal", items, reason)
                : Told.fine("impersonal", items, reason);
    }

    private static Told decision(JsonNode answer) {
        if (answer.has("ads")) {
            return Told.fine("ads", Integer.toString(answer.path("ads").size()));
        }
        if (answer.has("outcome")) {
            return Told.fine("clicked", answer.path("outcome").asText());
        }
        return answer.path("campaign").isObject()
                ? Told.fine(
                        "campaign",
                        answer.path("campaign").path("id").asText(),
                        answer.path("variation").asText())
                : Told.fine("nothing", answer.path("reason").path("text").asText());
    }

    private static Told flag(JsonNode answer) {
        return answer.has("errorCode")
                ? Told.fine("no-flag", answer.path("errorCode").asText())
                : Told.fine(
                        "flag",
                        answer.path("key").asText(),
                        answer.path("variant").asText(),
                        answer.path("reason").asText());
    }

    private static Told coupon(JsonNode answer) {
        if (answer.has("applies")) {
            return answer.path("applies").asBoolean()
                    ? Told.fine("coupon-fits", answer.path("coupon").asText())
                    : Told.withheld(
                            "coupon-not", answer.path("reason").path("text").asText());
        }
        return Told.fine("coupon-use", answer.path("state").asText());
    }

    private static Told consent(String method, int status, JsonNode answer) {
        if (answer.has("notices")) {
            return Told.fine("notices", Integer.toString(answer.path("notices").size()));
        }
        String version = answer.path("version").asText();
        return switch (method) {
            case "POST" -> Told.fine("consent-recorded", version);
            case "DELETE" ->
                status == 202 ? Told.withheld("consent-leaving", version) : Told.fine("consent-gone", version);
            default -> Told.fine("consent-read", version);
        };
    }

    private static Told rights(JsonNode answer) {
        if (answer.has("pseudonyms")) {
            return Told.fine("pseudonym");
        }
        if (answer.has("status")) {
            return Told.fine(
                    "request",
                    answer.path("type").asText(),
                    answer.path("status").asText());
        }
        if (answer.has("records")) {
            return Told.fine("counted");
        }
        return answer.has("uses") ? Told.fine("explained") : Told.fine("done");
    }
}
