package dev.aisle.platform.positions;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The incoming channels by what a consumer of Kafka knows of itself: its group and the topic. */
@Singleton
class Channels {
    private static final Pattern TOPIC = Pattern.compile("mp\\.messaging\\.incoming\\.([^.\"]+)\\.topic");

    private final Map<String, String> byGroupAndTopic = new HashMap<>();

    Channels(Config config) {
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(TOPIC::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .forEach(channel -> byGroupAndTopic.put(
                        key(value(config, channel, "group.id"), value(config, channel, "topic")), channel));
    }

    private static String value(Config config, String channel, String name) {
        return config.getValue("mp.messaging.incoming." + channel + "." + name, String.class);
    }

    private static String key(String group, String topic) {
        return group + " " + topic;
    }

    /** The channel; null when none reads that. */
    @Nullable
    String of(String group, String topic) {
        return byGroupAndTopic.get(key(group, topic));
    }
}
