package dev.aisle.platform.operations;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which settings nobody is shown. */
final class Masked {
    /** What stands for the value of a secret. */
    static final String VALUE = "••••••";

    private static final Pattern SECRET = Pattern.compile(
            "secret|password|passwd|token|credential|private|keystore|truststore|jaas|write-keys|salt|pepper|\\bkeys?\\b(?!\\.(de)?serializer)");
    private static final Pattern USER_IN_ADDRESS = Pattern.compile("(?<=//)[^/@\\s]+@");

    private Masked() {}

    /** The value as it may be seen: of a name that sounds like a secret nothing, of an address no user. */
    static String of(String name, String value) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find()
                ? VALUE
                : USER_IN_ADDRESS.matcher(value).replaceAll(VALUE + "@");
    }
}
