package dev.aisle.recommender.serving.usecase;

import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.Note;
import dev.aisle.recommender.serving.domain.Note.Why;
import dev.aisle.recommender.serving.domain.candidates.CandidateSource;
import dev.aisle.recommender.serving.domain.candidates.Found;
import dev.aisle.recommender.serving.domain.candidates.Gathered;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.candidates.Question;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks slow sources beside the quick ones. What isn't there by the deadline, fails, or finds no thread is named in a note, and the others make the
 * list.
 */
@Singleton
class GatherInParallel implements Gatherer {
    private static final Logger LOG = Logger.getLogger(GatherInParallel.class);

    private final ServingThreads threads;

    GatherInParallel(ServingThreads threads) {
        this.threads = threads;
    }

    @Override
    public Gathered gather(Question question, List<CandidateSource> sources) {
        Deadline deadline = question.deadline();
        List<Note> notes = new ArrayList<>();
        Map<CandidateSource, Beside<Found>> slow = new LinkedHashMap<>();
        for (CandidateSource source : sources) {
            if (source.slow()) {
                slow.put(source, threads.run(() -> source.find(question)));
            }
        }
        Map<CandidateSource, Found> found = new LinkedHashMap<>();
        for (CandidateSource source : sources) {
            Beside<Found> beside = slow.get(source);
            if (beside == null) {
                put(found, source, inPlace(source, question, notes));
            }
        }
        slow.forEach((source, beside) -> put(found, source, awaited(source, beside, deadline, notes)));
        return new Gathered(
                sources.stream().filter(found::containsKey).map(found::get).toList(), notes);
    }

    private static void put(Map<CandidateSource, Found> found, CandidateSource source, @Nullable Found answer) {
        if (answer != null) {
            found.put(source, answer);
        }
    }

    private static @Nullable Found inPlace(CandidateSource source, Question question, List<Note> notes) {
        try {
            return source.find(question);
        } catch (RuntimeException e) {
            notes.add(failed(source, e));
            return null;
        }
    }

    private static @Nullable Found awaited(
            CandidateSource source, Beside<Found> beside, Deadline deadline, List<Note> notes) {
        return switch (beside.await(deadline)) {
            case Beside.Done<Found>(Found answer) -> answer;
            case Beside.Late<Found> ignored -> {
                notes.add(new Note(label(source), Why.DEADLINE, "It wasn't done in time and was left out."));
                yield null;
            }
            case Beside.Busy<Found> ignored -> {
                notes.add(new Note(label(source), Why.BUSY, "Too much is asked at once; it was left out."));
                yield null;
            }
            case Beside.Failed<Found>(Throwable cause) -> {
                notes.add(failed(source, cause));
                yield null;
            }
        };
    }

    private static Note failed(CandidateSource source, Throwable cause) {
        LOG.warnf(cause, "The source %s failed; the others make the list", label(source));
        return new Note(label(source), Why.UNAVAILABLE, "It failed and was left out.");
    }

    private static String label(CandidateSource source) {
        return source.source().label();
    }
}
