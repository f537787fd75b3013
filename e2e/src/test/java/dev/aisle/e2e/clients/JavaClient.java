package dev.aisle.e2e.clients;

import com.rudderstack.sdk.java.analytics.RudderAnalytics;
import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.AliasMessage;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.PageMessage;
import com.segment.analytics.messages.ScreenMessage;
import com.segment.analytics.messages.TrackMessage;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The clients for Java; each makes the six calls for a user. */
enum JavaClient {
    SEGMENT {
        @Override
        void makeCalls(URI door, String user, AtomicInteger delivered) {
            Analytics analytics = Analytics.builder(Door.WRITE_KEY)
                    .endpoint(door.toString())
                    .callback(new Callback() {
                        @Override
                        public void success(Message message) {
                            delivered.incrementAndGet();
                        }

                        @Override
                        public void failure(Message message, Throwable cause) {
                            throw new AssertionError("Segment's client gives up", cause);
                        }
                    })
                    .build();
            analytics.enqueue(IdentifyMessage.builder().userId(user).traits(Map.of("plan", "gold")));
            analytics.enqueue(TrackMessage.builder(Calls.EVENT).userId(user).properties(Calls.PROPERTIES));
            analytics.enqueue(PageMessage.builder("Start").userId(user));
            analytics.enqueue(ScreenMessage.builder("Start").userId(user));
            analytics.enqueue(GroupMessage.builder("club").userId(user));
            analytics.enqueue(AliasMessage.builder("before-" + user).userId(user));
            analytics.flush();
        }
    },
    RUDDER {
        @Override
        void makeCalls(URI door, String user, AtomicInteger delivered) {
            RudderAnalytics analytics = RudderAnalytics.builder(Door.WRITE_KEY)
                    .setDataPlaneUrl(door.toString())
                    .setGZIP(true)
                    .callback(new RudderCallback(delivered))
                    .build();
            RudderCalls.enqueue(analytics, user);
            analytics.flush();
        }
    };

    /** Hands six calls to the client, which sends them in the background and counts what it takes for delivered. */
    abstract void makeCalls(URI door, String user, AtomicInteger delivered);
}
