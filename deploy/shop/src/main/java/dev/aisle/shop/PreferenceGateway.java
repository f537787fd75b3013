package dev.aisle.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.shop.gateway.Privacy;
import dev.aisle.shop.gateway.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What the preference centre asks, below {@code /preferences}: privacy-service's own routes without the person, whom the shop adds out of its login.
 * A request's id is taken only from the visit that opened it.
 */
final class PreferenceGateway {
    private static final Set<String> TYPES = Set.of("access", "portability", "erasure");
    /** How long an erasure can be taken back. */
    private static final Duration UNDO = Duration.ofSeconds(10);

    private final Shelf shelf;
    private final Clock clock;

    PreferenceGateway(Shelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * Answers a call.
     *
     * @param path behind {@code /preferences/}
     */
    Answer answer(Question question, Visitor visitor, String path) {
        if (!question.fromThisShop()) {
            return Answer.problem(403, "Only a page of this shop may ask this.");
        }
        Optional<String> me = visitor.pseudonym();
        if (me.isEmpty()) {
            return Answer.problem(503, "The door can't be reached.");
        }
        String[] parts = path.split("/", 3);
        String rest = parts.length > 1 ? parts[1] : "";
        Privacy privacy = visitor.apis().privacy();
        return switch (question.method() + " " + parts[0]) {
            case "GET transparency" -> named(privacy.explained(me.get(), language(question)));
            case "GET consents" -> Answer.of(privacy.consents(me.get()));
            case "GET notices" -> Answer.of(privacy.notices());
            case "POST consents" -> granted(question, privacy, me.get());
            case "DELETE consents" -> withdrawn(question, privacy, me.get(), rest);
            case "POST erasure-previews" -> Answer.of(privacy.erasurePreview(me.get()));
            case "POST requests" -> requested(question, visitor, me.get());
            case "GET requests", "DELETE requests" ->
                visitor.hasOpened(rest)
                        ? request(question, visitor, rest, parts.length > 2 ? parts[2] : "")
                        : Answer.problem(404, "This visit has opened no such request.");
            default -> Answer.problem(404, "There is no such call.");
        };
    }

    /** The services know products by their ids; the shop knows how it calls them. */
    private Answer named(Reply reply) {
        JsonNode explained = reply.json();
        for (JsonNode shown : explained.path("shown")) {
            if (shown instanceof ObjectNode one) {
                shelf.find(one.path("what").asText()).ifPresent(product -> one.put("what", product.title()));
            }
        }
        return reply.ok() ? Answer.json(reply.status(), explained) : Answer.of(reply);
    }

    private static String language(Question question) {
        return Language.preferred(question.header("Accept-Language")).tag();
    }

    private static Answer granted(Question question, Privacy privacy, String me) {
        JsonNode body = Reply.read(question.body());
        return body.path("decisions").isObject()
                ? Answer.of(privacy.record(
                        me, body.path("decisions"), body.path("noticeVersion").asText("1"), Choices.WHERE))
                : Answer.problem(400, "Send {\"decisions\": {\"analytics\": \"grant\"}, \"noticeVersion\": \"1\"}.");
    }

    private static Answer withdrawn(Question question, Privacy privacy, String me, String purpose) {
        return purpose.matches("[a-z_]{1,40}")
                ? Answer.of(privacy.withdraw(me, purpose, language(question)))
                : Answer.problem(404, "There is no such purpose.");
    }

    private Answer requested(Question question, Visitor visitor, String me) {
        String type = Reply.read(question.body()).path("type").asText();
        if (!TYPES.contains(type)) {
            return Answer.problem(400, "type must be access, portability or erasure.");
        }
        String startsAt = type.equals("erasure") ? clock.instant().plus(UNDO).toString() : "";
        Reply reply = visitor.apis().privacy().request(me, type, startsAt);
        String id = reply.json().path("id").asText("");
        if (!id.isEmpty()) {
            visitor.opened(id);
        }
        return Answer.of(reply);
    }

    private static Answer request(Question question, Visitor visitor, String id, String part) {
        Privacy privacy = visitor.apis().privacy();
        if (question.method().equals("DELETE")) {
            return Answer.of(privacy.takeBack(id));
        }
        if (part.equals("archive")) {
            Reply archive = privacy.archive(id);
            return archive.ok() ? Answer.download(archive, "my-data.zip") : Answer.of(archive);
        }
        Reply state = privacy.request(id);
        if (state.json().path("type").asText().equals("erasure")
                && state.json().path("status").asText().equals("completed")) {
            visitor.apis().door().forget(visitor.subject());
        }
        return Answer.of(state);
    }
}
