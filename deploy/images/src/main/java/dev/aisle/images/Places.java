package dev.aisle.images;

/** Where things lie in an image; the Containerfiles have the same. */
final class Places {
    static final String JAVA = "/opt/java";
    static final String APP = "/app";
    static final String OPTIONS = APP + "/jvm.args";
    static final String SERVICE = APP + "/service.args";
    static final String CACHE = APP + "/service.aot";
    static final String MAIN = "dev.aisle.platform.startup.StartService";
    static final int USER = 10001;
    static final int PORT = 8080;
    static final int TLS_PORT = 8443;

    private Places() {}
}
