package dev.aisle.profile.analysis.domain.path;

import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.CountBy;
import dev.aisle.profile.analysis.domain.disclosure.Complement;
import dev.aisle.profile.analysis.domain.disclosure.Disclosure;
import dev.aisle.profile.analysis.domain.path.PathChart.Flow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What of the links may be told. What goes out of a shown step is told as a whole (the links and {@code (other)}), and so is what comes
 * in (by what goes out of it): so the links that are withheld in one of these sums are nobody or at least k people together.
 */
final class PathDisclosure {
    private final PathQuestion question;
    private final Disclosure disclosure;
    private final Complement complement;

    PathDisclosure(PathQuestion question, Disclosure disclosure) {
        this.question = question;
        this.disclosure = disclosure;
        this.complement = question.countBy() == CountBy.PERSON
                ? Complement.ofDisjoint(disclosure.threshold())
                : Complement.ofOverlapping(disclosure.threshold());
    }

    /** A link with its counts and whether it is told. */
    private static final class Cell {
        private final Link link;
        private final long count;
        private final long people;
        private final boolean shown;
        private boolean told;

        Cell(Link link, long[] counts, boolean shown) {
            this.link = link;
            this.shown = shown;
            this.count = counts[0];
            this.people = counts[1];
        }

        String source() {
            return link.source();
        }

        String target() {
            return link.target();
        }

        long people() {
            return people;
        }

        boolean shown() {
            return shown;
        }
    }

    PathChart chart(PathTally tally, Instant asOf) {
        List<Flow> flows = new ArrayList<>();
        Set<String> shown = Set.of(question.anchor().label());
        for (int depth = 0; depth < question.depth() && !shown.isEmpty(); depth++) {
            List<Cell> cells = cells(tally, depth, shown);
            decide(cells);
            flows.addAll(flows(depth, cells));
            shown = next(cells);
        }
        return new PathChart(
                Basis.of(
                        question.days(),
                        asOf,
                        tally.people(),
                        question.countBy() == CountBy.PERSON ? "people" : "sessions",
                        disclosure),
                question.anchor().label(),
                question.backwards(),
                disclosure.amount((double) tally.paths(), tally.people()),
                flows);
    }

    /** All links of a depth; also those whose source isn't shown, since they lead to what is. */
    private static List<Cell> cells(PathTally tally, int depth, Set<String> sources) {
        return tally.links().entrySet().stream()
                .filter(entry -> entry.getKey().depth() == depth)
                .map(entry -> new Cell(
                        entry.getKey(),
                        entry.getValue(),
                        sources.contains(entry.getKey().source())))
                .sorted(Comparator.comparing(Cell::source)
                        .thenComparing(Comparator.comparingLong(Cell::people).reversed())
                        .thenComparing(Cell::target))
                .toList();
    }

    private void decide(List<Cell> cells) {
        Collection<List<Cell>> outgoing = outgoing(cells);
        Collection<List<Cell>> incoming = groups(cells, Cell::target);
        for (List<Cell> ofSource : outgoing) {
            for (int i = 0; i < ofSource.size(); i++) {
                Cell cell = ofSource.get(i);
                cell.told = i < question.links() && disclosure.threshold().allows(cell.people);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (List<Cell> sum : outgoing) {
                changed |= hide(sum);
            }
            for (List<Cell> sum : incoming) {
                changed |= isFollowed(sum) && hide(sum);
            }
        }
    }

    /** Whether what comes in is told, by what goes out. */
    private static boolean isFollowed(List<Cell> incoming) {
        return !incoming.getFirst().target().equals(Link.END)
                && incoming.stream().anyMatch(cell -> cell.told);
    }

    private boolean hide(List<Cell> sum) {
        boolean[] told = new boolean[sum.size()];
        long[] people = new long[sum.size()];
        for (int i = 0; i < told.length; i++) {
            told[i] = sum.get(i).told;
            people[i] = sum.get(i).people;
        }
        complement.apply(told, people);
        boolean changed = false;
        for (int i = 0; i < told.length; i++) {
            changed |= sum.get(i).told != told[i];
            sum.get(i).told = told[i];
        }
        return changed;
    }

    private List<Flow> flows(int depth, List<Cell> cells) {
        List<Flow> flows = new ArrayList<>();
        for (List<Cell> ofSource : outgoing(cells)) {
            long others = 0;
            long people = 0;
            for (Cell cell : ofSource) {
                if (cell.told) {
                    flows.add(new Flow(
                            depth, cell.source(), cell.target(), disclosure.amount((double) cell.count, cell.people)));
                } else {
                    others += cell.count;
                    people = complement.together(people, cell.people);
                }
            }
            if (others > 0) {
                String source = ofSource.getFirst().source();
                flows.add(new Flow(depth, source, Link.OTHER, disclosure.amount((double) others, people)));
            }
        }
        return flows;
    }

    /** Steps that a told link leads to. */
    private static Set<String> next(List<Cell> cells) {
        Set<String> next = new HashSet<>();
        cells.stream().filter(cell -> cell.told).map(Cell::target).forEach(next::add);
        next.remove(Link.END);
        return new TreeSet<>(next);
    }

    private static Collection<List<Cell>> outgoing(List<Cell> cells) {
        return groups(cells.stream().filter(Cell::shown).toList(), Cell::source);
    }

    private static Collection<List<Cell>> groups(List<Cell> cells, Function<Cell, String> by) {
        Map<String, List<Cell>> groups = new LinkedHashMap<>();
        cells.forEach(cell ->
                groups.computeIfAbsent(by.apply(cell), _ -> new ArrayList<>()).add(cell));
        return groups.values();
    }
}
