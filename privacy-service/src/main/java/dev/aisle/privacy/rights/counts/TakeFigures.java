package dev.aisle.privacy.rights.counts;

import dev.aisle.algorithms.privacy.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the figures of consents: how many said yes, no, took it back, or whose yes is over, for each purpose. They go through the guard of
 * counts, so what is drawn over days tells of no fewer people than a count does.
 */
@ApplicationScoped
class TakeFigures {
    /** What is counted; a parent's yes counts by itself and would tell of few. */
    public static final List<String> STATUSES = List.of("grant", "deny", "withdrawn", "expired");

    private final CountPeople countPeople;
    private final ConsentFigures figures;

    TakeFigures(CountPeople countPeople, ConsentFigures figures) {
        this.countPeople = countPeople;
        this.figures = figures;
    }

    /** Takes those of this moment; they stand for today. */
    @Transactional
    public void take() {
        Instant now = Instant.now();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        List<ConsentFigure> wanted = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (Purpose purpose : purposes()) {
            for (String status : STATUSES) {
                wanted.add(new ConsentFigure(today, purpose.wireName(), status, null));
                questions.add(new Question(Dataset.CONSENTS, Set.of(purpose.wireName() + "=" + status)));
            }
        }
        List<CountPeople.Outcome> outcomes = countPeople.countAll(Dataset.CONSENTS, questions);
        for (int i = 0; i < wanted.size(); i++) {
            Long people = outcomes.get(i) instanceof CountPeople.Outcome.Counted counted ? counted.people() : null;
            ConsentFigure figure = wanted.get(i);
            figures.keep(new ConsentFigure(today, figure.purpose(), figure.status(), people), now);
        }
    }

    /** The purposes that somebody can say something about. */
    public static List<Purpose> purposes() {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose != Purpose.NECESSARY)
                .toList();
    }

    /** The figures from a day on. */
    @Transactional
    public List<ConsentFigure> since(LocalDate day) {
        return figures.since(day);
    }

    /** When they were last taken. */
    @Transactional
    public Optional<Instant> lastTaken() {
        return figures.lastTaken();
    }
}
