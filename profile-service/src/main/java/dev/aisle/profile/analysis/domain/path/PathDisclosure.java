package dev.aisle.profile.analysis.domain.path;

import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.CountBy;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import dev.aisle.profile.analysis.domain.path.PathChart.Flow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Links with the guard's noise. What goes out of a step is a number of its own; what its links leave of it is {@code (other)}. */
final class PathDisclosure {
    private final PathQuestion question;
    private final GuardedNumbers numbers;

    PathDisclosure(PathQuestion question, GuardedNumbers numbers) {
        this.question = question;
        this.numbers = numbers;
    }

    /** A link with noise. */
    private record Noised(String target, NoisedFigure count) {
        double value() {
            return count.value();
        }
    }

    PathChart chart(PathTally tally, Instant asOf) {
        NoisedFigure paths = noised(tally.paths());
        List<Flow> flows = new ArrayList<>();
        SortedSet<String> sources = new TreeSet<>(List.of(question.anchor().label()));
        for (int depth = 0; depth < question.depth() && !sources.isEmpty(); depth++) {
            SortedSet<String> next = new TreeSet<>();
            for (String source : sources) {
                Map<String, Long> links = links(tally, depth, source);
                NoisedFigure whole = depth == 0
                        ? paths
                        : noised(links.values().stream().mapToLong(n -> n).sum());
                List<Noised> shown = shown(links, whole);
                shown.forEach(link -> next.add(link.target()));
                flows.addAll(flows(depth, source, whole, shown));
            }
            next.remove(Link.END);
            sources = next;
        }
        boolean people = question.countBy() == CountBy.PERSON;
        return new PathChart(
                Basis.of(
                        question.days(),
                        asOf,
                        people ? paths : numbers.people(tally.people()),
                        people ? "people" : "sessions",
                        numbers),
                question.anchor().label(),
                question.backwards(),
                numbers.told(paths),
                flows);
    }

    private NoisedFigure noised(long count) {
        return numbers.of((double) count, question.countBy().most());
    }

    private static Map<String, Long> links(PathTally tally, int depth, String source) {
        Map<String, Long> links = new TreeMap<>();
        tally.links().forEach((link, count) -> {
            if (link.depth() == depth && link.source().equals(source)) {
                links.put(link.target(), count);
            }
        });
        return links;
    }

    private List<Noised> shown(Map<String, Long> links, NoisedFigure whole) {
        return links.entrySet().stream()
                .map(link -> new Noised(link.getKey(), GuardedNumbers.atMost(noised(link.getValue()), whole)))
                .filter(link -> numbers.showsNamed(link.count()))
                .sorted(Comparator.comparingDouble(Noised::value).reversed().thenComparing(Noised::target))
                .limit(question.links())
                .toList();
    }

    private List<Flow> flows(int depth, String source, NoisedFigure whole, List<Noised> shown) {
        List<Flow> flows = new ArrayList<>();
        shown.forEach(link -> flows.add(new Flow(depth, source, link.target(), numbers.told(link.count()))));
        NoisedFigure other =
                GuardedNumbers.rest(whole, shown.stream().map(Noised::count).toList());
        if (numbers.shows(other)) {
            flows.add(new Flow(depth, source, Link.OTHER, numbers.told(other)));
        }
        return flows;
    }
}
