package dev.aisle.assistant.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.assistant.conversations.domain.Answer;
import dev.aisle.assistant.conversations.domain.AnswerKind;
import dev.aisle.assistant.conversations.domain.Memory.Awaited;
import dev.aisle.assistant.conversations.domain.Source;
import dev.aisle.assistant.conversations.domain.Words;
import dev.aisle.assistant.conversations.usecase.AssistantSettings;
import dev.aisle.assistant.conversations.usecase.Reply;
import dev.aisle.assistant.conversations.usecase.Turn;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what a shopper allows, and asks privacy-service for a copy of everything or for its erasure, after the shopper has confirmed it. */
@Singleton
public class AnswerPrivacy {
    private final ConsentView consents;
    private final ServiceCalls calls;
    private final ObjectMapper json;
    private final Optional<URI> privacy;
    private final Optional<String> requestPage;

    AnswerPrivacy(ConsentView consents, ServiceCalls calls, ObjectMapper json, AssistantSettings settings) {
        this.consents = consents;
        this.calls = calls;
        this.json = json;
        this.privacy = settings.services().privacy();
        this.requestPage = settings.services().requestPage();
    }

    /** What is wanted about the shopper's own data; empty when the articles may know it. */
    public Optional<Reply> answer(Turn turn) {
        PrivacyWish wish = PrivacyWish.of(turn.text());
        if (wish == PrivacyWish.OTHER) {
            return Optional.empty();
        }
        if (turn.subject().isEmpty()) {
            return Optional.of(said(turn, "privacy.log-in"));
        }
        return switch (wish) {
            case CONSENTS -> Optional.of(Reply.of(turn, Answer.of(AnswerKind.PRIVACY, allowed(turn))));
            case ACCESS -> Optional.of(asked(turn, "privacy.confirm-access", Awaited.CONFIRM_ACCESS));
            case ERASURE -> Optional.of(asked(turn, "privacy.confirm-erasure", Awaited.CONFIRM_ERASURE));
            case OTHER -> Optional.empty();
        };
    }

    /** What is done when the shopper was asked to confirm: only a plain yes right after does it. */
    public Optional<Reply> confirmed(Turn turn) {
        Awaited awaited = turn.memory().awaited();
        boolean awaiting = awaited == Awaited.CONFIRM_ACCESS || awaited == Awaited.CONFIRM_ERASURE;
        if (!awaiting || turn.subject().isEmpty() || !isYes(turn)) {
            return Optional.empty();
        }
        String type = awaited == Awaited.CONFIRM_ACCESS ? "access" : "erasure";
        JsonNode body = json.createObjectNode().put("subject", turn.subject()).put("type", type);
        // One conversation asks once, however often it is confirmed.
        String key = "conversation/" + turn.conversation().id() + "/" + type;
        return Optional.of(privacy.flatMap(service -> calls.post(service, "/v1/requests", body, key))
                .map(answer -> taken(turn, type, answer.path("id").asText()))
                .orElseGet(() -> said(turn, "privacy.unavailable")));
    }

    private static boolean isYes(Turn turn) {
        Words words = turn.words();
        String text = turn.text().strip();
        return PrivacyWish.confirms(text)
                || text.equals(words.say("choice.confirm-access"))
                || text.equals(words.say("choice.confirm-erasure"));
    }

    private Reply asked(Turn turn, String key, Awaited awaited) {
        if (privacy.isEmpty()) {
            return said(turn, "privacy.none");
        }
        Words words = turn.words();
        String yes = awaited == Awaited.CONFIRM_ACCESS ? "choice.confirm-access" : "choice.confirm-erasure";
        Answer answer = Answer.of(AnswerKind.PRIVACY, words.say(key), words.choice(yes), words.choice("choice.no"));
        return Reply.of(turn, answer).remembering(memory -> memory.awaiting(awaited));
    }

    private Reply taken(Turn turn, String type, String id) {
        Words words = turn.words();
        String url = requestPage.map(page -> page.replace("{id}", id)).orElse(null);
        Source receipt = Source.page(words.say("privacy.request-page"), url);
        return Reply.of(
                turn,
                new Answer(
                        AnswerKind.PRIVACY,
                        words.say("privacy.taken-" + type, id),
                        List.of(receipt),
                        List.of(),
                        List.of()));
    }

    private static Reply said(Turn turn, String key) {
        Words words = turn.words();
        return Reply.of(turn, Answer.of(AnswerKind.PRIVACY, words.say(key), words.choice("choice.person")));
    }

    private String allowed(Turn turn) {
        Words words = turn.words();
        Set<Purpose> granted = consents.of(turn.subject()).granted(Instant.now());
        String yes = names(granted.stream().sorted().toList(), words);
        String no = names(
                Arrays.stream(Purpose.values())
                        .filter(purpose -> !granted.contains(purpose))
                        .toList(),
                words);
        String first = yes.isEmpty() ? words.say("privacy.allowed-nothing") : words.say("privacy.allowed", yes);
        return no.isEmpty() ? first : first + words.say("gap") + words.say("privacy.not-allowed", no);
    }

    private static String names(List<Purpose> purposes, Words words) {
        return purposes.stream()
                .map(purpose -> "purpose." + purpose.name().toLowerCase(Locale.ROOT))
                .filter(words::knows)
                .map(words::say)
                .collect(Collectors.joining(words.say("comma")));
    }
}
