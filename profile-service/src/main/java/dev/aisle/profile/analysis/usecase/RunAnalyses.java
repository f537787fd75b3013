package dev.aisle.profile.analysis.usecase;

import dev.aisle.contracts.Keeps;
import dev.aisle.platform.guard.GuardedFigures;
import dev.aisle.profile.analysis.domain.AnalysisRun;
import dev.aisle.profile.analysis.domain.AnalysisRun.State;
import dev.aisle.profile.analysis.domain.Question;
import dev.aisle.profile.analysis.store.AnalysisRepository;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Takes questions, answers the same one the same way for a while, follows and cancels analyses. */
@Singleton
@Keeps(ofNobody = "analyses under way")
public class RunAnalyses {
    private final AnalysisRepository analyses;
    private final AnswerQuestions answerQuestions;
    private final AnalysisSettings settings;
    private final GuardedFigures guarded;
    private final ThreadPoolExecutor workers;
    private final Map<UUID, Future<?>> here = new ConcurrentHashMap<>();

    RunAnalyses(
            AnalysisRepository analyses,
            AnswerQuestions answerQuestions,
            AnalysisSettings settings,
            GuardedFigures guarded) {
        this.analyses = analyses;
        this.answerQuestions = answerQuestions;
        this.settings = settings;
        this.guarded = guarded;
        this.workers = new ThreadPoolExecutor(
                settings.workers(),
                settings.workers(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waiting()),
                Thread.ofPlatform().daemon().name("analysis-", 0).factory());
    }

    /** What came of a question. */
    public sealed interface Asked {
        /** It is on its way, or done. */
        record Taken(AnalysisRun run) implements Asked {}

        /** Too many are waiting. */
        record Busy() implements Asked {}

        /** Nobody has asked this lately, and the caller's day has no new answers left. */
        record NoneLeft() implements Asked {}
    }

    /** What came of the wish to cancel. */
    public enum Cancellation {
        REQUESTED,
        ALREADY_ENDED,
        UNKNOWN
    }

    /** Returns how many new answers a caller gets of this service in a day (UTC). */
    public int answersADay() {
        return guarded.level().answersADay();
    }

    /** Returns how many new answers the caller can still have today. */
    public int left() {
        return guarded.left();
    }

    /** Asks. Returns when the answer is there, or when that takes longer than a caller waits. */
    public Asked ask(Question<?> question) {
        return ask(question, settings.answerWithin());
    }

    /**
     * Asks.
     *
     * @param patience how long the caller waits for the answer
     */
    public Asked ask(Question<?> question, Duration patience) {
        String key = key(question);
        Optional<AnalysisRun> answered = analyses.answered(key, Instant.now().minus(settings.cacheFor()));
        if (answered.isPresent()) {
            return new Asked.Taken(answered.get());
        }
        if (workers.getQueue().remainingCapacity() == 0) {
            return new Asked.Busy();
        }
        UUID id = UUID.randomUUID();
        while (!analyses.begin(id, question.kind(), key)) {
            Optional<AnalysisRun> running = analyses.running(key);
            if (running.isPresent()) {
                return new Asked.Taken(wait(running.get().id(), patience));
            }
        }
        if (!guarded.spend()) {
            analyses.end(id, State.FAILED, 0, "No new answers were left", null);
            return analyses.answered(key, Instant.EPOCH)
                    .<Asked>map(Asked.Taken::new)
                    .orElseGet(Asked.NoneLeft::new);
        }
        FutureTask<?> task = new FutureTask<>(() -> answer(id, question), null);
        here.put(id, task);
        try {
            workers.execute(task);
        } catch (RejectedExecutionException e) {
            here.remove(id);
            analyses.end(id, State.FAILED, 0, "Too many analyses are waiting", null);
            return new Asked.Busy();
        }
        return new Asked.Taken(wait(id, patience));
    }

    private void answer(UUID id, Question<?> question) {
        try {
            answerQuestions.answer(id, question);
        } finally {
            here.remove(id);
        }
    }

    private AnalysisRun wait(UUID id, Duration patience) {
        Future<?> future = here.get(id);
        try {
            if (future != null) {
                future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException e) {
            return answerQuestions.standing(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("An analysis enters its failures itself", e);
        }
        return answerQuestions.standing(id);
    }

    /** The analysis as it stands. */
    public Optional<AnalysisRun> find(UUID id) {
        return analyses.find(id);
    }

    /** Cancels an analysis, wherever it runs. */
    public Cancellation cancel(UUID id) {
        if (analyses.requestCancellation(id)) {
            return Cancellation.REQUESTED;
        }
        return analyses.find(id).isPresent() ? Cancellation.ALREADY_ENDED : Cancellation.UNKNOWN;
    }

    /** Says that those which run or wait here are not left. */
    public void beat() {
        here.keySet().forEach(analyses::beat);
    }

    /** Forgets old answers. */
    public void forget() {
        analyses.forget(Instant.now().minus(settings.keepFor()));
    }

    /** Records print all they hold, so equal questions have equal keys. */
    private String key(Question<?> question) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((question.kind() + " " + guarded.level() + " " + question)
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
