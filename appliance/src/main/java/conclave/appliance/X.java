package conclave.appliance; final class X {}
