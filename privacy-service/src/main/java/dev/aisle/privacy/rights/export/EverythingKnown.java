package dev.aisle.privacy.rights.export;

import dev.aisle.platform.export.SubjectExport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What every service that answers at once knows of a person at this moment. */
@ApplicationScoped
public class EverythingKnown {
    private final SubjectExports exports;
    private final OwnExport own;
    private final ExportsConfig config;

    EverythingKnown(SubjectExports exports, OwnExport own, ExportsConfig config) {
        this.exports = exports;
        this.own = own;
        this.config = config;
    }

    /**
     * What was answered.
     *
     * @param unanswered the services of which nothing is known now
     */
    public record Known(List<SubjectExport> answers, List<String> unanswered) {
        public Known {
            answers = List.copyOf(answers);
            unanswered = List.copyOf(unanswered);
        }
    }

    /** Asks every service. No transaction should be open meanwhile. */
    public Known of(String pseudonym) {
        List<SubjectExport> answers = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        answers.add(own.of(pseudonym));
        Set<String> others = new TreeSet<>(config.services().keySet());
        others.removeAll(config.slow());
        for (String other : others) {
            Optional<SubjectExport> answer = exports.ask(other, pseudonym);
            answer.ifPresentOrElse(answers::add, () -> unanswered.add(other));
        }
        return new Known(answers, unanswered);
    }
}
