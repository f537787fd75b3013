package dev.aisle.privacy.consent.verification;

import dev.aisle.privacy.consent.verification.ConsentMoves.Move;
import dev.aisle.privacy.consent.verification.ConsentMoves.Successor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says whether the audit log knows a move to another pseudonym. */
@ApplicationScoped
class LoggedMoves {
    private static final int PAGE = 1_000;

    private final ConsentMoves moves;

    LoggedMoves(ConsentMoves moves) {
        this.moves = moves;
    }

    /** The moves away from some pseudonyms. */
    record Moves(Map<String, List<Move>> byPseudonym) {
        /** Returns whether somebody moved away from this pseudonym. */
        boolean awayFrom(String pseudonym) {
            return byPseudonym.containsKey(pseudonym);
        }

        /** Returns whether somebody moved from the one to the other. */
        boolean between(String pseudonym, String successor) {
            return byPseudonym.getOrDefault(pseudonym, List.of()).stream().anyMatch(move -> move.isTo(successor));
        }
    }

    /** Returns the moves away from these pseudonyms. */
    Moves from(Collection<String> pseudonyms) {
        return new Moves(moves.from(pseudonyms).stream().collect(Collectors.groupingBy(Move::pseudonym)));
    }

    /** Tells each successor that the table names and the log doesn't. */
    void unknown(Consumer<Successor> found) {
        Optional<String> last = Optional.of("");
        while (last.isPresent()) {
            last = unknown(last.get(), found);
        }
    }

    /** The same of some after a pseudonym; returns the last that was looked at, if any. */
    Optional<String> unknown(String after, Consumer<Successor> found) {
        List<Successor> page = moves.successors(after, PAGE);
        Moves logged = from(page.stream().map(Successor::pseudonym).toList());
        page.stream()
                .filter(one -> !logged.between(one.pseudonym(), one.successor()))
                .forEach(found);
        return page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().pseudonym());
    }
}
