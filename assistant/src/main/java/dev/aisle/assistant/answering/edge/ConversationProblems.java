package dev.aisle.assistant.answering.edge;

import dev.aisle.assistant.conversations.domain.ReceivedText;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** What can be wrong with a call about a conversation. */
final class ConversationProblems {
    private ConversationProblems() {}

    /** 401: neither a token of a conversation nor one of the issuer. */
    static Response noToken() {
        return Problems.answer(
                Problem.of(
                        "not-authenticated",
                        401,
                        "Send the token of the conversation as 'Aisle-Conversation: …'; POST /v1/conversations has answered it."));
    }

    static Response notFound() {
        return Problems.notFound("conversation");
    }

    static Response closed() {
        return Problems.conflict("conversation-closed", "This conversation was closed. Open another one.");
    }

    static Response empty() {
        return Problems.invalidField("text", "is empty: write what you want to know");
    }

    static Response tooLong(int length) {
        String message = "has " + length + " characters; at most " + ReceivedText.LONGEST + " are read";
        return Problems.answer(Problem.of("text-too-long", 413, "text: " + message, new FieldError("text", message)));
    }

    static Response tooFast(Duration wait) {
        long seconds = Math.max(1, (wait.toMillis() + 999) / 1_000);
        Response problem = Problems.answer(Problem.of(
                "too-fast",
                429,
                "Messages come faster than they can be answered. Send the next in " + seconds + " s."));
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    static Response notSetUp() {
        return Problems.answer(Problem.of(
                "no-assistant", 503, "The assistant isn't set up here: it has no aisle.assistant.token-keys."));
    }
}
