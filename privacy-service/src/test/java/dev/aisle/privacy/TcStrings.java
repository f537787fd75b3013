package dev.aisle.privacy;

import com.iab.gpp.encoder.datatype.RangeEntry;
import com.iab.gpp.encoder.section.TcfEuV2;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** TC strings of today, of TCF 2.3, whose publisher and vendors are those that a test wants. */
public final class TcStrings {
    private static final int PURPOSES = 24;

    private TcStrings() {}

    /** All purposes, consented to for the publisher itself. */
    public static String ofPublisher(Instant updated) {
        return of(updated, true, List.of(7), List.of(7), 0);
    }

    /** All purposes, of the publisher nothing. */
    public static String withoutPublisher(Instant updated) {
        return of(updated, false, List.of(7), List.of(7), 0);
    }

    /**
     * All purposes for some vendors.
     *
     * @param restricted a purpose that the publisher doesn't allow these vendors; 0 for none
     */
    public static String ofVendors(Instant updated, List<Integer> consented, List<Integer> disclosed, int restricted) {
        return of(updated, false, consented, disclosed, restricted);
    }

    private static String of(
            Instant updated, boolean publisher, List<Integer> consented, List<Integer> disclosed, int restricted) {
        TcfEuV2 string = new TcfEuV2();
        string.setFieldValue("PolicyVersion", 5);
        string.setFieldValue("PurposeConsents", all());
        string.setFieldValue("VendorConsents", new ArrayList<>(consented));
        string.setFieldValue("PublisherConsents", all());
        string.setFieldValue("VendorsDisclosed", new ArrayList<>(disclosed));
        if (restricted > 0) {
            string.setFieldValue(
                    "PublisherRestrictions",
                    new ArrayList<>(List.of(new RangeEntry(restricted, 0, new ArrayList<>(consented)))));
        }
        // The library writes the publisher's segment of a string of one site only, and the disclosed vendors of a
        // global one only.
        List<String> ofSite = segments(string, true, updated);
        String vendors = segments(string, false, updated).getLast();
        return ofSite.getFirst() + "." + vendors + (publisher ? "." + ofSite.getLast() : "");
    }

    /** Times last: each other change makes them those of now. */
    private static List<String> segments(TcfEuV2 string, boolean ofSite, Instant updated) {
        string.setFieldValue("IsServiceSpecific", ofSite);
        string.setFieldValue("Created", updated.atZone(ZoneOffset.UTC));
        string.setFieldValue("LastUpdated", updated.atZone(ZoneOffset.UTC));
        return List.of(string.encode().split("\\.", -1));
    }

    private static List<Boolean> all() {
        return new ArrayList<>(Collections.nCopies(PURPOSES, true));
    }
}
