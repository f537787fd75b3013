package dev.aisle.profile.analysis.domain.path;

import dev.aisle.profile.analysis.domain.Tally;
import dev.aisle.profile.analysis.domain.Visits;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often each link was gone. */
public final class PathTally implements Tally<PathTally> {
    private final PathQuestion question;
    private final Map<Link, Long> links = new HashMap<>();
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
        int counted = 0;
        for (List<PersonEvent> followed : question.countBy().split(asked)) {
            List<Link> path = path(followed);
            if (!path.isEmpty() && counted < question.countBy().most()) {
                path.forEach(link -> links.merge(link, 1L, Long::sum));
                counted++;
            }
        }
        paths += counted;
        people += counted == 0 ? 0 : 1;
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
        others.links.forEach((link, count) -> links.merge(link, count, Long::sum));
        people += others.people;
        paths += others.paths;
    }

    /** By link, how often it was gone. Not to be changed. */
    Map<Link, Long> links() {
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
