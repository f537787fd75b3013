/**
 * What the services say to each other. Messages are generated from the .proto files; only the topics are named here.
 */
package dev.aisle.contracts;
