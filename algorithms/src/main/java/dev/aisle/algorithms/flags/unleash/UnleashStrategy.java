package dev.aisle.algorithms.flags.unleash;

import dev.aisle.algorithms.flags.ForeignHash;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One way for a toggle to be on. A strategy that nobody knows is never met.
 *
 * @param constraints all of which must hold, those of its segments among them
 * @param variants its own; none where those of the toggle count
 */
public record UnleashStrategy(
        String name,
        Map<String, String> parameters,
        List<UnleashConstraint> constraints,
        List<UnleashVariant> variants) {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final int ALL = 100;

    public UnleashStrategy {
        parameters = Map.copyOf(parameters);
        constraints = List.copyOf(constraints);
        variants = List.copyOf(variants);
    }

    boolean isMet(UnleashContext context) {
        return constraints.stream().allMatch(constraint -> constraint.holds(context)) && admits(context);
    }

    private boolean admits(UnleashContext context) {
        return switch (name) {
            case "default" -> true;
            case "userWithId" -> isListed(context, "userId", "userIds");
            case "remoteAddress" -> isListed(context, "remoteAddress", "IPs");
            case "gradualRolloutUserId" -> rollsOut(context, "userId", "percentage");
            case "gradualRolloutSessionId" -> rollsOut(context, "sessionId", "percentage");
            case "gradualRolloutRandom" -> context.chance().getAsDouble() * ALL < percent("percentage");
            case "flexibleRollout" -> rollsOut(context, stickiness(), "rollout");
            default -> false;
        };
    }

    private boolean isListed(UnleashContext context, String who, String list) {
        String actual = context.value(who);
        return actual != null
                && Arrays.asList(COMMA.split(parameters.getOrDefault(list, "").strip(), -1))
                        .contains(actual);
    }

    private boolean rollsOut(UnleashContext context, String stickiness, String percent) {
        String unit = context.unit(stickiness);
        int share = percent(percent);
        return unit != null && share > 0 && ForeignHash.unleash(group(), unit, ALL) <= share;
    }

    String stickiness() {
        return parameters.getOrDefault("stickiness", "default");
    }

    String group() {
        return parameters.getOrDefault("groupId", "");
    }

    private int percent(String parameter) {
        try {
            return Integer.parseInt(parameters.getOrDefault(parameter, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
