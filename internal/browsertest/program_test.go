package browsertest

const root = "../.."
