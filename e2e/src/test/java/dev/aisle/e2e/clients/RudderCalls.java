package dev.aisle.e2e.clients;

import com.rudderstack.sdk.java.analytics.RudderAnalytics;
import com.rudderstack.sdk.java.analytics.messages.AliasMessage;
import com.rudderstack.sdk.java.analytics.messages.GroupMessage;
import com.rudderstack.sdk.java.analytics.messages.IdentifyMessage;
import com.rudderstack.sdk.java.analytics.messages.PageMessage;
import com.rudderstack.sdk.java.analytics.messages.ScreenMessage;
import com.rudderstack.sdk.java.analytics.messages.TrackMessage;
import java.util.Map;

/** The six calls in the classes of Rudder's client, which bear the same names as Segment's. */
final class RudderCalls {
    private RudderCalls() {}

    static void enqueue(RudderAnalytics analytics, String user) {
        analytics.enqueue(IdentifyMessage.builder().userId(user).traits(Map.of("plan", "gold")));
        analytics.enqueue(TrackMessage.builder(Calls.EVENT).userId(user).properties(Calls.PROPERTIES));
        analytics.enqueue(PageMessage.builder("Start").userId(user));
        analytics.enqueue(ScreenMessage.builder("Start").userId(user));
        analytics.enqueue(GroupMessage.builder("club").userId(user));
        analytics.enqueue(AliasMessage.builder("before-" + user).userId(user));
    }
}
