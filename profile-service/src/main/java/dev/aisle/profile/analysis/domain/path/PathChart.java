package dev.aisle.profile.analysis.domain.path;

import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.Chart;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import java.util.List;

/**
 * Links of a Sankey diagram.
 *
 * @param anchor where the paths begin, or end
 * @param backwards whether the links lead away from the anchor into the past
 * @param paths how many paths there are
 * @param links by depth, the most frequent of a source first; {@code (other)} at the end: what is rare, or beyond the most frequent
 *     ones. It isn't followed further.
 */
public record PathChart(Basis basis, String anchor, boolean backwards, Figure paths, List<Flow> links)
        implements Chart {
    public PathChart {
        links = List.copyOf(links);
    }

    /**
     * A link.
     *
     * @param depth 0 at the anchor
     * @param target {@code (end)} when nothing comes after, or was before
     */
    public record Flow(int depth, String source, String target, Figure count) {}
}
