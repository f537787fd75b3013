package dev.aisle.recommender.catalog;

import dev.aisle.contracts.Keeps;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Gives each category path one object. */
@Keeps(ofNobody = "paths of categories")
public final class Categories {
    private final Map<List<String>, Category> known = new ConcurrentHashMap<>();

    /** The category of a path from the root; {@code null} for the empty path. */
    public @Nullable Category of(List<String> path) {
        if (path.isEmpty()) {
            return null;
        }
        Category found = known.get(path);
        if (found != null) {
            return found;
        }
        Category parent = of(path.subList(0, path.size() - 1));
        return known.computeIfAbsent(List.copyOf(path), added -> new Category(parent, added.getLast()));
    }
}
