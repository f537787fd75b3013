/** Tests of jobs and models. */
package dev.aisle.profile.models;
