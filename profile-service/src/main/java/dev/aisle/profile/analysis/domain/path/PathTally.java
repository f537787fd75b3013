package dev.aisle.profile.analysis.domain.path;

import dev.aisle.profile.analysis.domain.Tally;
import dev.aisle.profile.analysis.domain.Visits;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How often each link was gone, and by how many people. */
public final class PathTally implements Tally<PathTally> {
    private final PathQuestion question;
    private final Map<Link, long[]> links = new HashMap<>();
    private long people;
    private long paths;

    PathTally(PathQuestion question) {
        this.question = question;
    }

    @Override
    public void add(PersonEvents events) {
        List<PersonEvent> asked = events.list().stream()
                .filter(event -> question.days().contains(event.at()))
                .toList();
        Set<Link> gone = new HashSet<>();
        for (List<PersonEvent> followed : question.countBy().split(asked)) {
            List<Link> path = path(followed);
            paths += path.isEmpty() ? 0 : 1;
            for (Link link : path) {
                long[] counts = links.computeIfAbsent(link, _ -> new long[2]);
                counts[0]++;
                counts[1] += gone.add(link) ? 1 : 0;
            }
        }
        people += gone.isEmpty() ? 0 : 1;
    }

    /** The links from the anchor on; none when it isn't there. */
    private List<Link> path(List<PersonEvent> events) {
        List<String> steps = steps(events);
        List<Link> path = new ArrayList<>();
        for (int depth = 0; depth < question.depth() && depth < steps.size(); depth++) {
            String target = depth + 1 < steps.size() ? steps.get(depth + 1) : Link.END;
            path.add(new Link(depth, steps.get(depth), target));
        }
        return path;
    }

    private List<String> steps(List<PersonEvent> events) {
        List<String> steps = new ArrayList<>();
        List<PersonEvent> fromAnchor = fromAnchor(events);
        @Nullable String last = null;
        for (PersonEvent event : fromAnchor) {
            String label = question.label().of(event);
            if (steps.isEmpty()) {
                steps.add(question.anchor().label());
            } else if (Visits.isVisit(event.type()) && !label.equals(last)) {
                steps.add(label);
            } else {
                continue;
            }
            last = label;
            if (steps.size() > question.depth()) {
                break;
            }
        }
        return steps;
    }

    /** The anchor and what comes after it, or the anchor and what was before it, the nearest first. */
    private List<PersonEvent> fromAnchor(List<PersonEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (question.anchor().holds(events.get(i))) {
                return question.backwards() ? events.subList(0, i + 1).reversed() : events.subList(i, events.size());
            }
        }
        return List.of();
    }

    @Override
    public void join(PathTally others) {
        others.links.forEach((link, counts) ->
                links.merge(link, counts.clone(), (some, more) -> new long[] {some[0] + more[0], some[1] + more[1]}));
        people += others.people;
        paths += others.paths;
    }

    /** By link, how often it was gone and by how many people. Not to be changed. */
    Map<Link, long[]> links() {
        return links;
    }

    /** Who came to the anchor. */
    public long people() {
        return people;
    }

    /** Paths from the anchor: of people or of sessions. */
    public long paths() {
        return paths;
    }
}
