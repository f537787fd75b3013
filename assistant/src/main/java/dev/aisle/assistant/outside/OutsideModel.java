package dev.aisle.assistant.outside;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.TokenUsage;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Any endpoint that speaks OpenAI's protocol for chats. It is connected to when the first question comes, and never when it is off. */
@Singleton
public class OutsideModel {
    private static final int TOO_MANY = 429;
    private static final int CLIENT_ERROR = 400;
    /** A character of an answer takes at most so many bytes as JSON, with what stands around it. */
    private static final long MOST_BYTES = 256 * 1024;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable OpenAiChatModel model;

    /**
     * How to reach it.
     *
     * @param key sent as a bearer token
     * @param mostTokens of an answer
     * @param timeout from the question to the last byte of the answer
     */
    public record Access(URI url, String key, String model, int mostTokens, Duration timeout) {
        @Override
        public String toString() {
            return "Access[" + url.getHost() + ", " + model + "]";
        }
    }

    /** Asks once; whatever happens, it is over within the time-out. */
    public Reply ask(Access access, Prompt prompt) {
        Future<ChatResponse> answer = executor.submit(
                () -> of(access).chat(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user())));
        try {
            return read(answer.get(access.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Reply.Lost("late");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Lost("interrupted");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static Reply read(ChatResponse response) {
        String text = response.aiMessage() == null ? null : response.aiMessage().text();
        if (text == null) {
            return new Reply.Lost("empty");
        }
        TokenUsage usage = response.tokenUsage();
        return usage == null
                ? new Reply.Written(text, null, null)
                : new Reply.Written(text, wide(usage.inputTokenCount()), wide(usage.outputTokenCount()));
    }

    private static @Nullable Long wide(@Nullable Integer count) {
        return count == null ? null : Long.valueOf(count);
    }

    private static Reply failed(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return http.statusCode() >= CLIENT_ERROR
                        ? new Reply.Refused(http.statusCode() == TOO_MANY ? "too-many" : "status")
                        : new Reply.Lost("status");
            }
            if (cause instanceof ConnectException) {
                return new Reply.Refused("unreachable");
            }
        }
        return new Reply.Lost(thrown instanceof LangChain4jException ? "failed" : "unreadable");
    }

    private synchronized OpenAiChatModel of(Access access) {
        OpenAiChatModel known = model;
        if (known == null) {
            known = OpenAiChatModel.builder()
                    .httpClientBuilder(new BoundedHttp(MOST_BYTES, access.timeout()))
                    .baseUrl(access.url().toString())
                    .apiKey(access.key())
                    .modelName(access.model())
                    .temperature(0.0)
                    .maxTokens(access.mostTokens())
                    .timeout(access.timeout())
                    .maxRetries(0)
                    .logRequests(false)
                    .logResponses(false)
                    .build();
            model = known;
        }
        return known;
    }

    @PreDestroy
    void end() {
        executor.shutdownNow();
    }
}
