package dev.aisle.campaign.campaigns.content;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** How a template reads its values: from these records only, never by reflection, and only so many times. */
final class SandboxValues implements ValueResolver {
    /** Values that one rendering may read. */
    static final int MOST_STEPS = 10_000;

    /** Counts what a rendering has read. */
    static final class Steps {
        private int taken;

        void take() {
            taken++;
            if (taken > MOST_STEPS) {
                throw new ContentLimitException("The text reads more than " + MOST_STEPS + " values.");
            }
        }
    }

    /** All values of a rendering. */
    record Root(ContentValues values, Steps steps) {
        @Nullable
        Object get(String name) {
            return name.equals(ContentValues.ITEMS)
                    ? values.items().stream().map(item -> new Item(item, steps)).toList()
                    : new Group(name, values, steps);
        }

        boolean has(String name) {
            return name.equals(ContentValues.ITEMS) || ContentValues.known().containsKey(name);
        }
    }

    /** The values of a group. */
    record Group(String name, ContentValues values, Steps steps) {}

    /** A recommended product. */
    record Item(Map<String, String> values, Steps steps) {}

    @Override
    public boolean appliesTo(EvalContext context) {
        Object base = context.getBase();
        return base instanceof Root || base instanceof Group || base instanceof Item;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        return switch (context.getBase()) {
            case Root root -> {
                root.steps().take();
                Object value = root.has(context.getName()) ? root.get(context.getName()) : null;
                yield value == null ? Results.notFound(context) : CompletedStage.of(value);
            }
            case Group group -> {
                group.steps().take();
                yield text(group.values().value(group.name(), context.getName()).orElse(null));
            }
            case Item item -> {
                item.steps().take();
                yield text(item.values().get(context.getName()));
            }
            default -> Results.notFound(context);
        };
    }

    private static CompletionStage<Object> text(@Nullable String value) {
        return value == null ? Results.NULL : CompletedStage.of(value);
    }

    /** What a loop may go over. */
    static boolean isLoopable(List<String> path) {
        return path.equals(List.of(ContentValues.ITEMS));
    }
}
