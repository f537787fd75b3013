package dev.aisle.recommender.catalog;

import org.jspecify.annotations.Nullable;

/** A node of the category tree. All products of a category share one object; compare by identity. */
public final class Category {
    /** Stands between the nodes of a path. */
    public static final String SEPARATOR = " > ";

    private final @Nullable Category parent;
    private final String name;
    private final String path;

    Category(@Nullable Category parent, String name) {
        this.parent = parent;
        this.name = name;
        this.path = parent == null ? name : parent.path + SEPARATOR + name;
    }

    /** The node above; {@code null} at the root. */
    public @Nullable Category parent() {
        return parent;
    }

    /** The name of this node alone. */
    public String name() {
        return name;
    }

    /** From the root to here: {@code Grocery > Frozen > Ice}. */
    public String path() {
        return path;
    }

    /** Whether this is the wanted node or stands under it; wanted is a path from the root, or the name of a node. */
    public boolean isWithin(String wanted) {
        for (Category node = this; node != null; node = node.parent) {
            if (node.path.equals(wanted) || node.name.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return path;
    }
}
